import { describe, expect, it } from 'vitest';
import { createGathering } from '../../../main/core/moderation/gathering.ts';

describe('gathered requests', () => {
  it('that come in one breath go out as one for each key, and each gets its own answer', async () => {
    const sent: string[][] = [];
    const ask = createGathering<string, string>(async (items) => {
      sent.push([...items]);
      return (item) => `answer to ${item}`;
    });
    const answers = await Promise.all([ask('room', 'ann'), ask('other', 'bob'), ask('room', 'cyd')]);
    expect(answers).toEqual(['answer to ann', 'answer to bob', 'answer to cyd']);
    expect(sent).toEqual([['ann', 'cyd'], ['bob']]);
    await ask('room', 'dan');
    expect(sent).toHaveLength(3);
  });

  it('fail together, each caller hearing of it, and the next one starts afresh', async () => {
    let broken = true;
    const ask = createGathering<string, string>(async () => {
      if (broken) throw new Error('a bug');
      return (item) => item;
    });
    const answers = await Promise.allSettled([ask('room', 'ann'), ask('room', 'bob')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await ask('room', 'ann')).toBe('ann');
  });
});
