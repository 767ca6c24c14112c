import { describe, expect, it } from 'vitest';
import { createLine } from '../../../main/core/obs/line.ts';
import { createOneAtATime } from '../../../main/core/obs/one-at-a-time.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const never = new Promise<string>(() => undefined);

describe('waiting for an answer', () => {
  it('ends with the answer, and its timer with it', async () => {
    const clock = createManualClock();
    const line = createLine(clock);
    expect(await line.wait(Promise.resolve('yes'), 1000)).toEqual({ value: 'yes' });
    expect(clock.pending()).toBe(0);
  });

  it('ends when it takes too long', async () => {
    const clock = createManualClock();
    const late = createLine(clock).wait(never, 1000);
    clock.advance(1000);
    expect(await late).toBe('late');
  });

  it('ends with the line, for all who wait and all who come after', async () => {
    const clock = createManualClock();
    const line = createLine(clock);
    const waiting = [line.wait(never, 1000), line.wait(never, 2000)];
    line.end();
    expect(await Promise.all([...waiting, line.wait(never, 1000)])).toEqual(['closed', 'closed', 'closed']);
    expect(clock.pending()).toBe(0);
  });

  it('fails as the question fails', async () => {
    const line = createLine(createManualClock());
    await expect(line.wait(Promise.reject(new Error('refused')), 1000)).rejects.toThrow('refused');
  });
});

describe('jobs that change OBS', () => {
  it('are done one after the other, also after one that failed', async () => {
    const inTurn = createOneAtATime();
    const order: string[] = [];
    const first = inTurn(async () => {
      order.push('first starts');
      await Promise.resolve();
      order.push('first ends');
      throw new Error('failed');
    });
    const second = inTurn(async () => {
      order.push('second starts');
      return 2;
    });
    await expect(first).rejects.toThrow('failed');
    expect(await second).toBe(2);
    expect(order).toEqual(['first starts', 'first ends', 'second starts']);
  });
});
