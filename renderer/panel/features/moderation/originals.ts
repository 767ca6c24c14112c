import { LARGEST_CALL } from '../../../../main/contract/panel-wire.ts';
import type { ActInput } from './moderation.ts';

/** The most of one comment that the journal takes, UTF-16 units. */
const ORIGINAL_LIMIT = 12_000;
/** What a call has around its acts: its name, its number, the reason. All is counted in bytes, never fewer than units. */
const ENVELOPE_BYTES = 8 * 1024;

/** UTF-8 bytes of one sign in a JSON string. */
const bytesOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  // As \uXXXX: control signs, and halves of a pair that stand alone.
  if (code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) return 6;
  if (sign === '"' || sign === '\\') return 2;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** The beginning of a text in at most so many bytes, cut between two signs. */
const cut = (text: string, bytes: number): string => {
  let [end, used] = [0, 0];
  for (const sign of text) {
    used += bytesOf(sign);
    if (used > bytes || end + sign.length > ORIGINAL_LIMIT) break;
    end += sign.length;
  }
  return text.slice(0, end);
};

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * The acts with as much of the comments that they are about as one call can carry; where that is too much, each gets
 * the same share. The history has them whole.
 */
export const withFittingOriginals = (acts: readonly ActInput[]): readonly ActInput[] => {
  const whole = acts.map((act) =>
    act.original === undefined ? act : { ...act, original: cut(act.original, Number.POSITIVE_INFINITY) },
  );
  const room = LARGEST_CALL - ENVELOPE_BYTES;
  if (sizeOf(whole) <= room) return whole;
  const bare = sizeOf(acts.map((act) => ({ ...act, original: '' })));
  const share = Math.max(0, (room - bare) / acts.length);
  return whole.map((act) =>
    act.original === undefined ? act : { ...act, original: cut(act.original, share) },
  );
};
