import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import type { ObsCheck } from '../../../main/contract/models/obs.ts';
import { err, ok } from '../../../main/contract/result.ts';
import { createExaminations, doctorBusy } from '../../../main/core/obs/doctor/examinations.ts';

const check: ObsCheck = { id: 'input', state: 'ok', text: { en: 'There.', 'zh-CN': '存在。' } };
const trouble = appError('unavailable', { en: 'OBS is gone.', 'zh-CN': 'OBS 已断开。' });

const rig = () => {
  let changes = 0;
  let now = 1000;
  const examinations = createExaminations({
    clock: { now: () => now },
    onChange: () => {
      changes += 1;
    },
  });
  return {
    examinations,
    changes: () => changes,
    wait: (ms: number) => {
      now += ms;
    },
    /** An examination that goes on until it is let go. */
    held: (overlayId = 'main') => {
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      const answer = examinations.run(overlayId, async ({ signal, tell }) => {
        tell('asking', [check]);
        await gate;
        return ok({ checks: signal.aborted ? [] : [check], picture: undefined });
      });
      return { answer, release };
    },
  };
};

describe('the account of the doctor’s work', () => {
  it('tells what is under way and since when, and afterwards what was found', async () => {
    const { examinations, held, wait, changes } = rig();
    const { answer, release } = held();
    expect(examinations.state().examination).toEqual({
      overlayId: 'main',
      step: 'asking',
      since: 1000,
      checks: [check],
    });
    expect(changes()).toBe(2);
    wait(500);
    release();
    expect(await answer).toEqual({ ok: true, value: [check] });
    expect(examinations.state()).toEqual({
      reports: {
        main: { outcome: 'finished', checks: [check], at: 1500, hasPicture: false, stale: false },
      },
    });
  });

  it('lets only one be at work at a time', async () => {
    const { examinations, held } = rig();
    const first = held();
    expect(await held('other').answer).toEqual({ ok: false, error: doctorBusy });
    first.release();
    await first.answer;
    expect(Object.keys(examinations.state().reports)).toEqual(['main']);
    const next = held('other');
    next.release();
    expect(await next.answer).toMatchObject({ ok: true });
  });

  it('says that it was stopped', async () => {
    const { examinations, held } = rig();
    const { answer, release } = held();
    examinations.stop();
    release();
    await answer;
    expect(examinations.state().reports.main).toMatchObject({ outcome: 'cancelled', checks: [] });
  });

  it('keeps the last findings where a new examination fails', async () => {
    const { examinations } = rig();
    await examinations.run('main', async () => ok({ checks: [check], picture: undefined }));
    await examinations.run('main', async () => err(trouble));
    expect(examinations.state().reports.main).toMatchObject({
      outcome: 'failed',
      error: trouble,
      checks: [check],
    });
  });

  it('tells findings and what could not be mended side by side', async () => {
    const { examinations } = rig();
    await examinations.run('main', async () => ok({ checks: [check], picture: undefined, error: trouble }));
    expect(examinations.state().reports.main).toMatchObject({
      outcome: 'failed',
      error: trouble,
      checks: [check],
    });
  });

  it('keeps the picture of the last test, and only that', async () => {
    const { examinations } = rig();
    const png = 'data:image/png;base64,AA';
    await examinations.run('main', async () => ok({ checks: [check], picture: png }));
    expect(examinations.picture('main')).toBe(png);
    expect(examinations.state().reports.main?.hasPicture).toBe(true);
    expect(JSON.stringify(examinations.state())).not.toContain(png);
    await examinations.run('main', async () => ok({ checks: [check], picture: undefined }));
    expect(examinations.picture('main')).toBe(undefined);
  });

  it('marks all reports as old when OBS changes', async () => {
    const { examinations } = rig();
    for (const overlayId of ['main', 'other'])
      await examinations.run(overlayId, async () => ok({ checks: [check], picture: undefined }));
    examinations.outdate();
    expect(Object.values(examinations.state().reports).map(({ stale }) => stale)).toEqual([true, true]);
  });

  it('is free again after a bug on the way', async () => {
    const { examinations } = rig();
    const bug = examinations.run('main', () => Promise.reject(new Error('a bug')));
    await expect(bug).rejects.toThrow('a bug');
    expect(examinations.state().examination).toBe(undefined);
    expect(await examinations.run('main', async () => ok({ checks: [], picture: undefined }))).toEqual(
      ok([]),
    );
  });
});
