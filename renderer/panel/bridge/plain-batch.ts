import type { EventPayload } from '../../../main/contract/events.ts';

type Batch = EventPayload<'feed:batch'>;
type Check = (value: unknown) => boolean;
type Checks = ReadonlyMap<string, Check>;

const checks = (fields: Readonly<Record<string, Check>>): Checks => new Map(Object.entries(fields));

/** Whether it has all needed fields, and none besides but the optional ones: another would have to be cut off. */
const fits = (value: unknown, needed: Checks, optional: Checks): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  let met = 0;
  for (const name in value) {
    const must = needed.get(name);
    const check = must ?? optional.get(name);
    if (check?.(value[name as keyof typeof value]) !== true) return false;
    if (must !== undefined) met += 1;
  }
  return met === needed.size;
};

const isText: Check = (value) => typeof value === 'string';
const isSwitch: Check = (value) => typeof value === 'boolean';
const isEmptyList: Check = (value) => Array.isArray(value) && value.length === 0;
const none = checks({});

const person = checks({ userId: isText, nick: isText });
const morePerson = checks({
  avatar: isText,
  role: (value) => value === 'member' || value === 'admin' || value === 'vj',
});
const cleanVerdict = checks({ level: (value) => value === 'clean', hits: isEmptyList });
const comment = checks({
  kind: (value) => value === 'comment',
  id: isText,
  at: Number.isFinite,
  receivedAt: Number.isFinite,
  person: (value) => fits(value, person, morePerson),
  text: isText,
  danmaku: isSwitch,
  own: isSwitch,
  verdict: (value) => fits(value, cleanVerdict, none),
});
const moreComment = checks({ seq: Number.isFinite });
const batch = checks({
  roomKey: (value) => typeof value === 'string' && value.length >= 3 && value.includes('/'),
  dropped: Number.isSafeInteger,
  items: (value) => Array.isArray(value) && value.every((one) => fits(one, comment, moreComment)),
});

/**
 * Whether a batch holds nothing but everyday comments, all of them whole: what the contract's schema would answer with
 * unchanged. The schema itself takes a tenth of what a comment costs the panel; whatever is refused here goes to it.
 */
export const isPlainBatch = (value: unknown): value is Batch => fits(value, batch, none);
