import { describe, expect, it } from 'vitest';
import { createPollWatch } from '../../../main/feed-process/poll-watch.ts';

const rig = (rooms = 1) => {
  let at = 100_000;
  const said: string[] = [];
  const watch = createPollWatch({
    now: () => at,
    monotonic: () => at,
    rooms: () => rooms,
    onStalled: (code, again) => said.push(again ? `stalled again ${code}` : `stalled ${code}`),
    onStuck: (since) => said.push(`stuck since ${at - since} ms`),
    onAnswered: () => said.push('answered'),
  });
  return {
    watch,
    said,
    pass: (ms: number) => {
      at += ms;
    },
    refuse: (code: number, times: number) => {
      for (let round = 0; round < times; round += 1) {
        at += 2100;
        watch.refused(code);
      }
    },
  };
};

describe('the watch over the polls', () => {
  it('tells of one refused poll, and of the first good one after it', () => {
    const { watch, said, refuse } = rig();
    watch.answered();
    refuse(60008, 1);
    watch.answered();
    watch.answered();
    expect(said).toEqual(['stalled 60008', 'answered']);
  });

  it('begins anew when a third poll in a row is refused, and then ever more seldom', () => {
    const { said, refuse } = rig();
    refuse(10004, 2);
    expect(said).toEqual(['stalled 10004']);
    refuse(10004, 1);
    expect(said.at(-1)).toBe('stuck since 4200 ms');
    refuse(10004, 5);
    expect(said.slice(2)).toEqual(['stalled again 10004']);
    refuse(10004, 1);
    expect(said.at(-1)).toBe('stuck since 10500 ms');
  });

  it('begins anew at once where we are not in the room any more, and says when that did not help', () => {
    const { said, refuse } = rig(2);
    refuse(10007, 1);
    expect(said).toEqual(['stalled 10007', 'stuck since 0 ms']);
    refuse(10007, 1);
    expect(said.slice(2)).toEqual(['stalled again 10007']);
  });

  it('forgets after a minute that it began anew', () => {
    const { said, refuse, pass } = rig(2);
    refuse(10007, 1);
    pass(61_000);
    refuse(10007, 1);
    expect(said.slice(2)).toEqual(['stalled 10007', 'stuck since 0 ms']);
  });

  it('waits for a service that is busy, however long', () => {
    const { watch, said, refuse } = rig();
    refuse(60008, 100);
    expect(said).toEqual(['stalled 60008']);
    watch.answered();
    expect(said.at(-1)).toBe('answered');
  });

  it('does not take the polls of several rooms for rounds of one', () => {
    const { watch, said } = rig(5);
    for (let room = 0; room < 5; room += 1) watch.refused(10004);
    expect(said).toEqual(['stalled 10004']);
  });

  it('believes that several rooms are well only when none was refused for a while', () => {
    const { watch, said, refuse, pass } = rig(2);
    refuse(60008, 1);
    watch.answered();
    pass(2100);
    watch.refused(60008);
    pass(3900);
    watch.answered();
    expect(said).toEqual(['stalled 60008']);
    pass(200);
    watch.answered();
    expect(said).toEqual(['stalled 60008', 'answered']);
  });
});
