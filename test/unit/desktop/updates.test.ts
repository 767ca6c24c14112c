import { describe, expect, it } from 'vitest';
import { createUpdates } from '../../../main/core/updates/updates.ts';
import { deskMirror, silentLog, updaterDouble } from '../../support/desk-doubles.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const update = { version: '0.2.0', notes: 'Calmer.', releasedAt: 0 };

const rig = (hindrance?: 'from-sources' | 'portable' | 'no-signature' | 'browser', wanted = true) => {
  const clock = createManualClock();
  const { mirror } = deskMirror();
  const double = updaterDouble(hindrance === 'browser' ? undefined : hindrance);
  const setting = { wanted };
  const updates = createUpdates({
    port: hindrance === 'browser' ? undefined : double.port,
    clock,
    log: silentLog,
    mirror,
    wanted: () => setting.wanted,
  });
  return { clock, mirror, updates, setting, ...double, now: () => mirror.get('updates').now };
};

describe('updates', () => {
  it('are looked for a minute after the start and every six hours, and offered, not taken', async () => {
    const { clock, done, feed, now } = rig();
    feed.found = update;
    expect(done).toEqual([]);
    clock.advance(60_000);
    await Promise.resolve();
    expect(done).toEqual(['check']);
    expect(now()).toEqual({ stage: 'offered', update });
    clock.advance(6 * 3_600_000);
    expect(done).toEqual(['check']);
  });

  it('are not asked for while the setting is off, unless a person asks', async () => {
    const { clock, done, updates, setting, now } = rig(undefined, false);
    expect(now()).toEqual({ stage: 'off' });
    clock.advance(24 * 3_600_000);
    expect(done).toEqual([]);
    expect(await updates.check()).toMatchObject({ ok: true });
    expect(done).toEqual(['check']);
    expect(now()).toEqual({ stage: 'off' });
    setting.wanted = true;
    updates.followWish();
    expect(now().stage).toBe('idle');
  });

  it('are fetched when a person says so, and installed only while nothing is on air', async () => {
    const { updates, feed, done, now } = rig();
    expect(await updates.download()).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    expect(updates.install()).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    feed.found = update;
    await updates.check();
    const downloading = updates.download();
    expect(now()).toEqual({ stage: 'downloading', update, percent: 40 });
    await downloading;
    expect(now()).toEqual({ stage: 'ready', update });
    updates.setOnAir(true);
    expect(updates.install()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(done).not.toContain('install');
    updates.setOnAir(false);
    expect(updates.install()).toMatchObject({ ok: true });
    expect(done).toContain('install');
  });

  it('with a wrong signature are not taken; the offer stays, nothing of the updater’s words is shown', async () => {
    const { updates, feed, now } = rig();
    feed.found = update;
    await updates.check();
    feed.download = () => Promise.reject(new Error('New version is not signed, file C:\\Users\\luna\\x.exe'));
    expect(await updates.download()).toMatchObject({ ok: false });
    expect(now()).toMatchObject({ stage: 'failed', update });
    expect(JSON.stringify(now())).not.toContain('luna');
    feed.download = async () => undefined;
    expect(await updates.download()).toMatchObject({ ok: true });
  });

  it('say nothing of a failure that nobody waited for', async () => {
    const { clock, updates, feed, now } = rig();
    feed.failure = new Error('net::ERR_INTERNET_DISCONNECTED');
    clock.advance(60_000);
    await Promise.resolve();
    expect(now().stage).toBe('idle');
    expect(await updates.check()).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(now().stage).toBe('failed');
  });

  it('that were put away are remembered as such', async () => {
    const { updates, feed, mirror } = rig();
    feed.found = update;
    await updates.check();
    updates.dismiss();
    expect(mirror.get('updates').dismissed).toBe('0.2.0');
  });

  it.each([
    ['browser', 'browser-host'],
    ['from-sources', 'from-sources'],
    ['portable', 'portable'],
    ['no-signature', 'no-signature'],
  ] as const)('cannot be had by a copy of kind %s, and that is said', async (hindrance, why) => {
    const { updates, now, clock, done } = rig(hindrance);
    clock.advance(24 * 3_600_000);
    expect(now()).toEqual({ stage: 'unavailable', why });
    for (const answer of [await updates.check(), await updates.download()])
      expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(done).toEqual([]);
  });
});
