import { describe, expect, it } from 'vitest';
import type { Account } from '../../../main/contract/models/account.ts';
import type { Room } from '../../../main/contract/models/room.ts';
import type { TopicValues } from '../../../renderer/panel/bridge/index.ts';
import { roomsInReach, withRoom } from '../../../renderer/panel/features/reach/reach.ts';

const room = (key: string): Room => ({
  key,
  accountId: key.split('/')[0] ?? '',
  roomId: key.split('/')[1] ?? '',
  name: key,
  ownerId: 'vj',
  connection: { state: 'live', since: 0 },
  muteAll: false,
  convention: 'plain',
  muted: {},
});
const account = (id: string, sdkAppId: number): Account => ({
  id,
  kind: 'rehearsal',
  label: id,
  sdkAppId,
  userId: id,
  nick: id,
  session: { state: 'ready' },
  admin: true,
});
const keys = ['one/a', 'one/b', 'two/c', 'other/d'];
const values = {
  rooms: Object.fromEntries(keys.map((key) => [key, room(key)])),
  accounts: { one: account('one', 1), two: account('two', 1), other: account('other', 2) },
} as TopicValues;
const start = { scope: 'here', rooms: new Set<string>(), picking: false } as const;

describe('the reach of an act', () => {
  it('is this room, or all rooms of the app under whatever account, but never another app', () => {
    expect(roomsInReach(start, values, 'one/a')).toEqual(['one/a']);
    expect(roomsInReach({ ...start, scope: 'all' }, values, 'one/a')).toEqual(['one/a', 'one/b', 'two/c']);
  });

  it('is the rooms that were picked; without any left, this room', () => {
    const picked = withRoom(withRoom(start, 'two/c', true), 'other/d', true);
    expect(picked.scope).toBe('chosen');
    expect(roomsInReach(picked, values, 'one/a')).toEqual(['two/c']);
    expect(withRoom(withRoom(start, 'two/c', true), 'two/c', false).scope).toBe('here');
    expect(roomsInReach({ ...picked, rooms: new Set(['gone/x']) }, values, 'one/b')).toEqual(['one/b']);
  });
});
