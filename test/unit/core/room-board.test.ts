import { describe, expect, it } from 'vitest';
import type { StatePatch } from '../../../main/contract/state.ts';
import { type Clock, systemClock } from '../../../main/core/ports.ts';
import { createRoomBoard } from '../../../main/core/rooms/room-board.ts';
import { createMirror } from '../../../main/core/state/mirror.ts';

const openBoard = () => {
  let everySecond: () => void = () => undefined;
  const clock: Clock = {
    ...systemClock,
    setInterval: (run, ms) => {
      expect(ms).toBe(1000);
      everySecond = run;
      return setTimeout(() => undefined, 0);
    },
  };
  const patches: StatePatch[] = [];
  const mirror = createMirror(
    { rooms: {}, pressure: {} } as unknown as Parameters<typeof createMirror>[0],
    (_event, payload) => patches.push(payload as StatePatch),
  );
  const perSecond = new Map<string, number[]>();
  const board = createRoomBoard({
    mirror,
    clock,
    pressure: (key) => perSecond.get(key) ?? [],
    explain: () => {
      throw new Error('Nothing failed here');
    },
    onClosed: () => undefined,
  });
  return { board, mirror, patches, perSecond, aSecond: () => everySecond() };
};

describe('the gauges of open rooms', () => {
  it('are told once a second for all rooms together, and only those that changed', () => {
    const { board, aSecond, patches, perSecond } = openBoard();
    const [one, two] = [board.open('a', 'one'), board.open('a', 'two')];
    perSecond.set(one, [0, 7]);
    perSecond.set(two, [3, 40]);
    patches.length = 0;
    aSecond();
    expect(patches).toMatchObject([{ topic: 'pressure', patch: { [one]: [0, 7], [two]: [3, 40] } }]);

    perSecond.set(two, [40, 12]);
    patches.length = 0;
    aSecond();
    expect(patches).toMatchObject([{ topic: 'pressure', patch: { [two]: [40, 12] } }]);
    expect(patches[0]?.patch).not.toHaveProperty(one);

    patches.length = 0;
    aSecond();
    expect(patches).toEqual([]);
  });

  it('are gone with their room', () => {
    const { board, aSecond, mirror, perSecond } = openBoard();
    const key = board.open('a', 'one');
    perSecond.set(key, [5]);
    aSecond();
    expect(mirror.get('pressure')).toEqual({ [key]: [5] });
    board.close(key);
    expect(mirror.get('pressure')).toEqual({});
  });
});

describe('a room that we were taken out of', () => {
  it.each([
    [10016, 'banned', 'was banned'],
    [10007, 'kicked', 'took this account’s user out'],
    [2660, 'awaiting-approval', 'lets nobody in by itself'],
  ])('says so itself, since the code %i means other things too: %s', (code, info, says) => {
    const { board } = openBoard();
    const key = board.open('a', 'one');
    board.takeRoomEvent('a', {
      type: 'room',
      roomId: 'one',
      state: { state: 'left', failure: { code, info } },
    });
    const connection = board.get(key)?.connection;
    expect(connection).toMatchObject({
      state: 'failed',
      error: { text: { en: expect.stringContaining(says) } },
    });
    expect(connection).not.toHaveProperty('error.vendor');
  });
});

describe('a room of which polls were refused', () => {
  it('is live as soon as they are answered again, and only if it was not lost otherwise', () => {
    const { board } = openBoard();
    const [one, two] = [board.open('a', 'one'), board.open('a', 'two')];
    const tell = (roomId: string, state: Parameters<typeof board.takeRoomEvent>[1]['state']) =>
      board.takeRoomEvent('a', { type: 'room', roomId, state });
    const failure = { code: 60008, info: '' };
    tell('one', { state: 'joined', name: 'One', ownerId: 'vj', muteAll: false });
    tell('one', { state: 'stalled', failure });
    expect(board.get(one)?.connection).toMatchObject({ state: 'reconnecting' });
    tell('one', { state: 'live' });
    expect(board.get(one)).toMatchObject({ name: 'One', ownerId: 'vj', connection: { state: 'live' } });
    tell('two', { state: 'left', failure: { code: 10016, info: 'banned' } });
    tell('two', { state: 'live' });
    expect(board.get(two)?.connection).toMatchObject({ state: 'failed' });
  });
});
