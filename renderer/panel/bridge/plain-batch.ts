import type { EventPayload } from '../../../main/contract/events.ts';

type Batch = EventPayload<'feed:batch'>;
type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether a comment has exactly these fields, and no field besides: another one would have to be cut off. */
const isPlainPerson = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  for (const name in value) {
    const field = value[name];
    if (
      name === 'role' ? field !== 'member' && field !== 'admin' && field !== 'vj' : typeof field !== 'string'
    )
      return false;
    if (name !== 'userId' && name !== 'nick' && name !== 'avatar' && name !== 'role') return false;
  }
  return value.userId !== undefined && value.nick !== undefined;
};

const isCleanVerdict = (value: unknown): boolean =>
  isObject(value) &&
  value.level === 'clean' &&
  Array.isArray(value.hits) &&
  value.hits.length === 0 &&
  Object.keys(value).length === 2;

/** Each field of a comment, and what it must be. */
const commentFields: Readonly<Record<string, (value: unknown) => boolean>> = {
  kind: (value) => value === 'comment',
  id: (value) => typeof value === 'string',
  at: Number.isFinite,
  receivedAt: Number.isFinite,
  person: isPlainPerson,
  text: (value) => typeof value === 'string',
  danmaku: (value) => typeof value === 'boolean',
  own: (value) => typeof value === 'boolean',
  verdict: isCleanVerdict,
};
const neededFields = Object.keys(commentFields).length;

const isPlainComment = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  let met = 0;
  for (const name in value) {
    if (name === 'seq') {
      if (!Number.isFinite(value.seq)) return false;
      continue;
    }
    if (!Object.hasOwn(commentFields, name) || commentFields[name]?.(value[name]) !== true) return false;
    met += 1;
  }
  return met === neededFields;
};

/**
 * Whether a batch holds nothing but everyday comments, all of them whole: what the contract's schema would answer with
 * unchanged. The schema itself takes a tenth of what a comment costs the panel; whatever is refused here goes to it.
 */
export const isPlainBatch = (value: unknown): value is Batch =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  typeof value.roomKey === 'string' &&
  value.roomKey.length >= 3 &&
  value.roomKey.includes('/') &&
  Number.isSafeInteger(value.dropped) &&
  Array.isArray(value.items) &&
  value.items.every(isPlainComment);
