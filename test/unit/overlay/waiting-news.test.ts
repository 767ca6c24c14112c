import { describe, expect, it } from 'vitest';
import { WAITING_TOLD, type WaitingItem } from '../../../main/contract/models/overlay.ts';
import { waitingNews } from '../../../main/core/overlay/waiting-news.ts';

const item = (id: string, airAt = 0, text = 'hello'): WaitingItem => ({
  id,
  roomKey: 'app/room',
  userId: 'u',
  nick: id,
  text,
  level: 'clean',
  airAt,
});

describe('what the panel is told of the air locks', () => {
  it('has what waits on several overlays once, with the earliest time, first to go on air first', () => {
    const { items, count } = waitingNews([[item('a', 9), item('b', 5)], [item('a', 3)]]);
    expect(items.map(({ id, airAt }) => [id, airAt])).toEqual([
      ['a', 3],
      ['b', 5],
    ]);
    expect(count).toBe(2);
  });

  it('leaves out joins, which are nothing but a nickname', () => {
    const { items, count } = waitingNews([[item('joined', 1, ''), item('said', 2)]]);
    expect(items.map(({ id }) => id)).toEqual(['said']);
    expect(count).toBe(1);
  });

  it('has the next few of a storm, and how many there are', () => {
    const storm = Array.from({ length: 600 }, (_, index) => item(String(index), 600 - index));
    const { items, count } = waitingNews([storm]);
    expect(count).toBe(600);
    expect(items.map(({ airAt }) => airAt)).toEqual(Array.from({ length: WAITING_TOLD }, (_, n) => n + 1));
  });
});
