import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import { ownButtonSchema } from '../../../main/contract/models/own-button.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import {
  actsOfButton,
  onPeople,
  recallComments,
  warnPeople,
} from '../../../renderer/panel/features/desk/acts.ts';
import { rowOfItem } from '../../../renderer/panel/features/desk/subject.ts';

const said = (id: string, userId: string, seq?: number): Comment => ({
  id,
  at: 0,
  receivedAt: 0,
  kind: 'comment',
  person: { userId, nick: `${userId} {nick}` },
  text: `text ${id}`,
  danmaku: false,
  own: false,
  verdict: cleanVerdict,
  ...(seq === undefined ? {} : { seq }),
});
const first = said('1', 'ann', 11);
const about = {
  roomKey: 'a/r',
  row: rowOfItem(first),
  person: first.person,
  comment: first,
  chosen: [first, said('2', 'bob'), said('3', 'ann', 13)].map((comment) => ({ roomKey: 'a/r', comment })),
};

const everywhere = () => ['a/r', 'a/s'];

describe('an act on what is chosen', () => {
  it('is about each person once and each comment by itself', () => {
    const mutes = onPeople(about, everywhere, (whom) => ({ type: 'unmute', ...whom }));
    expect(mutes.map(({ action }) => 'userId' in action && action.userId)).toEqual(['ann', 'bob']);
    expect(mutes.every(({ rooms }) => rooms.length === 2)).toBe(true);
    expect(recallComments(about).map(({ action }) => action.type)).toEqual([
      'recall',
      'hide-comment',
      'recall',
    ]);
  });

  it('reaches everybody where they spoke, in a column that gathers from several rooms', () => {
    const chosen = [
      { roomKey: 'a/r', comment: first },
      { roomKey: 'a/s', comment: said('2', 'ann', 12) },
      { roomKey: 'b/t', comment: said('3', 'ann', 13) },
    ];
    const gathered = { ...about, chosen };
    const roomsOf = (acts: readonly { readonly rooms: readonly string[] }[]) =>
      acts.map(({ rooms }) => rooms);
    const mutes = onPeople(
      gathered,
      (roomKey) => [roomKey],
      (whom) => ({ type: 'unmute', ...whom }),
    );
    expect(roomsOf(mutes)).toEqual([['a/r', 'a/s'], ['b/t']]);
    expect(roomsOf(recallComments(gathered))).toEqual([['a/r'], ['a/s'], ['b/t']]);
  });

  it('warns everybody by their own name, in the room where they are', () => {
    const warnings = warnPeople(about, '@{nick} stop', 'room');
    expect(warnings.map(({ action }) => 'text' in action && action.text)).toEqual([
      '@ann {nick} stop',
      '@bob {nick} stop',
    ]);
    expect(warnings.every(({ rooms }) => rooms.length === 1)).toBe(true);
  });

  it('by an own button warns first and then acts', () => {
    const button = ownButtonSchema.parse({ warn: 'user', warnText: 'enough', deed: 'mute', seconds: 60 });
    const one = { roomKey: 'a/r', row: rowOfItem(first), person: first.person, comment: first };
    expect(actsOfButton(button, one, everywhere, 'usual').map(({ action }) => action)).toEqual([
      { type: 'warn', userId: 'ann', nick: 'ann {nick}', text: 'enough', to: 'user' },
      { type: 'mute', userId: 'ann', nick: 'ann {nick}', seconds: 60 },
    ]);
  });
});
