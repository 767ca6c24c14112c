import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../../main/contract/feed-port.ts';
import { seatUserId } from '../../../main/core/accounts/seat-user.ts';
import { createSeats, type Seat } from '../../../main/core/accounts/seats.ts';

/** The feed processes of an account, as far as seats see them. */
const createAccount = (options: { readonly maySign?: boolean; readonly oneRoomEach?: boolean } = {}) => {
  const said: string[] = [];
  const heard: string[] = [];
  const tell = new Map<number, (event: FeedEvent) => void>();
  let now = 1_000;
  const due: (() => void)[] = [];
  const seats = createSeats({
    userId: 'host',
    maySign: options.maySign ?? true,
    oneRoomEach: options.oneRoomEach ?? false,
    clock: {
      monotonic: () => now,
      setTimeout: (run) => {
        due.push(run);
        return 0 as unknown as NodeJS.Timeout;
      },
      clearTimeout: () => due.splice(0),
    },
    makeLink: (seat, on) => {
      tell.set(seat.n, on.onEvent);
      const note = (what: string) => said.push(`${seat.userId} ${what}`);
      return {
        start: () => note('starts'),
        join: (roomId) => note(`joins ${roomId}`),
        leave: (roomId) => note(`leaves ${roomId}`),
        forget: () => true,
        send: (command) => note(`sends to ${command.roomId}`) > 0,
        signInAgain: () => note('signs in again'),
        pid: () => seat.n,
        close: async () => {
          note('ends');
        },
      };
    },
    onOneRoomEach: () => heard.push('one room each'),
    onSeat: (roomId, seat: Seat) => heard.push(`${roomId} as ${seat.userId}`),
    onDisplaced: (roomId) => heard.push(`${roomId} lost`),
    onNoSeat: (roomId) => heard.push(`${roomId} has no seat`),
    handlers: {
      onEvent: (event, seat) => heard.push(`${event.type} of ${seat.userId}`),
      onCrash: () => undefined,
    },
  });
  const joined = (n: number, roomId: string) =>
    tell.get(n)?.({
      type: 'room',
      roomId,
      state: { state: 'joined', name: roomId, ownerId: '', muteAll: false },
    });
  /** Its polls are refused, as a rule also after all rooms were joined anew. */
  const lost = (n: number, roomId: string, again = true) =>
    tell.get(n)?.({
      type: 'room',
      roomId,
      state: { state: 'stalled', failure: { code: 10007, info: '' }, again },
    });
  return {
    seats,
    said,
    heard,
    tell: (n: number, event: FeedEvent) => tell.get(n)?.(event),
    joined,
    lost,
    wait: (ms: number) => {
      now += ms;
      for (const task of due.splice(0)) task();
    },
  };
};

describe('the seats of an account', () => {
  it('are one for all rooms, as long as the service keeps it in all of them', () => {
    const { seats, said } = createAccount();
    for (const roomId of ['a', 'b', 'c']) seats.join(roomId);
    expect(said).toEqual(['host joins a', 'host joins b', 'host joins c']);
    expect(seats.count()).toBe(1);
  });

  it('become one a room when a join cost the room before', () => {
    const { seats, said, heard, joined, lost } = createAccount();
    seats.join('a');
    joined(1, 'a');
    seats.join('b');
    joined(1, 'b');
    lost(1, 'a');
    expect(heard).toContain('one room each');
    expect(heard).toContain('a lost');
    expect(heard.at(-1)).toBe('a as host-lvdk2');
    expect(said).toEqual([
      'host joins a',
      'host joins b',
      'host leaves a',
      'host-lvdk2 starts',
      'host-lvdk2 joins a',
    ]);
  });

  it('stay as they are when a membership lapsed and can be had again', () => {
    const { seats, said, heard, joined, lost } = createAccount();
    for (const roomId of ['a', 'b']) {
      seats.join(roomId);
      joined(1, roomId);
    }
    for (const roomId of ['a', 'b']) lost(1, roomId, false);
    expect(seats.count()).toBe(1);
    expect(heard).not.toContain('one room each');
    expect(heard.at(-1)).toBe('room of host');
    expect(said).toEqual(['host joins a', 'host joins b']);
  });

  it('believe no late news of a room that was moved away', () => {
    const { seats, heard, joined, lost, tell, wait } = createAccount();
    seats.join('a');
    seats.join('b');
    joined(1, 'b');
    lost(1, 'a');
    const before = heard.length;
    tell(1, { type: 'room', roomId: 'a', state: { state: 'left' } });
    tell(1, { type: 'batch', roomId: 'a', items: [] });
    lost(1, 'b');
    expect(heard).toHaveLength(before);
    wait(11_000);
    lost(1, 'b');
    expect(heard).toHaveLength(before + 1);
  });

  it('are used again when a room was closed, and are started one after the other', () => {
    const { seats, said, wait } = createAccount({ oneRoomEach: true });
    for (const roomId of ['a', 'b', 'c']) seats.join(roomId);
    expect(said.filter((what) => what.endsWith('starts'))).toEqual(['host-lvdk2 starts']);
    wait(300);
    expect(said.filter((what) => what.endsWith('starts'))).toEqual([
      'host-lvdk2 starts',
      'host-lvdk3 starts',
    ]);
    seats.leave('b');
    seats.join('d');
    expect(said.at(-1)).toBe('host-lvdk2 joins d');
    seats.send({ type: 'moderate', requestId: '1', roomId: 'c', act: { type: 'mute-all', on: true } });
    expect(said.at(-1)).toBe('host-lvdk3 sends to c');
  });

  it('cannot be had without the key: the room says why', () => {
    const { seats, heard, joined, lost } = createAccount({ maySign: false });
    seats.join('a');
    seats.join('b');
    joined(1, 'b');
    lost(1, 'a');
    expect(heard.at(-1)).toBe('a has no seat');
  });

  it('have names that the service takes', () => {
    expect(seatUserId('host', 1)).toBe('host');
    expect(seatUserId('host', 12)).toBe('host-lvdk12');
    expect(seatUserId('host', 2)).toMatch(/^[\w-]+$/);
    expect(seatUserId('a'.repeat(32), 2)).toMatch(/^a{19}-[0-9a-f]{6}-lvdk2$/);
    expect(seatUserId(`${'a'.repeat(31)}b`, 2)).not.toBe(seatUserId('a'.repeat(32), 2));
    expect(Buffer.byteLength(seatUserId('月'.repeat(10), 20))).toBeLessThanOrEqual(32);
  });
});
