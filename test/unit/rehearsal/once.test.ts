import { describe, expect, test } from 'vitest';
import { done } from '../../../main/rehearsal/answer.ts';
import { createOnce } from '../../../main/rehearsal/state/once.ts';

describe('a send that is repeated', () => {
  test('is given the first answer for five minutes', () => {
    const once = createOnce();
    const answer = done({ MsgSeq: 1 });
    once.remember('ann 1', answer, 0);
    expect(once.recall('ann 1', 299_999)).toBe(answer);
    expect(once.recall('ann 1', 300_000)).toBeUndefined();
  });

  test('is not mixed up with another', () => {
    const once = createOnce();
    once.remember('ann 1', done(), 0);
    expect(once.recall('ann 2', 1)).toBeUndefined();
  });

  test('does not fill the memory: the oldest are forgotten first', () => {
    const once = createOnce();
    for (let at = 0; at < 20_001; at += 1) once.remember(`ann ${at}`, done(), 1);
    expect(once.recall('ann 0', 2)).toBeUndefined();
    expect(once.recall('ann 1', 2)).toEqual(done());
  });
});
