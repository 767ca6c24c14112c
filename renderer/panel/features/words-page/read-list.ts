import { UPLOAD_PIECE } from '../../../../main/contract/calls/word-calls.ts';
import type { CallInput, CallOutput } from '../../../../main/contract/calls.ts';
import type { LineFate } from '../../../../main/contract/models/word-rule.ts';
import { ok, type Result } from '../../../../main/contract/result.ts';
import type { Bridge } from '../../bridge/index.ts';

/** What the host takes of one list (`words:upload`). */
export const LIST_LIMIT = 5 * 1024 * 1024;

/** What an imported rule gets where its list does not say. */
export type ListOptions = Required<
  Pick<CallInput<'words:import'>, 'level' | 'where' | 'anywhere' | 'groupId'>
>;
/** Which rules a list takes the place of. */
export type Replace = NonNullable<CallInput<'words:import'>['replace']>;
export const usualOptions: ListOptions = { level: 'hold', where: 'both', anywhere: false, groupId: null };

export type ImportAnswer = CallOutput<'words:import'>;

/** Bytes of a piece: three of them make four characters. */
const PIECE_BYTES = (UPLOAD_PIECE / 4) * 3;
/** `String.fromCharCode` takes its characters as arguments, and there is a limit to those. */
const STEP = 8_192;

export const base64Of = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP)
    binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
};

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Hands a list over in pieces; answers the name that it has there. */
export const uploadList = async (
  bridge: Pick<Bridge, 'call'>,
  bytes: Uint8Array,
): Promise<Result<{ readonly uploadId: string }>> => {
  let uploadId: string | undefined;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const data = base64Of(bytes.subarray(at, at + PIECE_BYTES));
    const answer = await bridge.call('words:upload', {
      data,
      ...(uploadId !== undefined && { uploadId }),
    });
    if (!answer.ok) return answer;
    uploadId = answer.value.uploadId;
  }
  return ok({ uploadId: uploadId ?? '' });
};

/** What needs a look first, then what goes in, then what does not matter. */
const fateOrder: readonly LineFate[] = [
  'bad-pattern',
  'bad-entry',
  'too-long',
  'nothing-to-match',
  'over-limit',
  'added',
  'duplicate',
  'comment',
  'empty',
];

export type FateKind = 'bad' | 'good' | 'plain';
export const fateKind = (fate: LineFate): FateKind => {
  if (fate === 'added') return 'good';
  return fate === 'duplicate' || fate === 'comment' || fate === 'empty' ? 'plain' : 'bad';
};

/** The fates that some line met, with how many did. */
export const fatesMet = (
  counts: ImportAnswer['counts'],
): readonly { readonly fate: LineFate; readonly count: number }[] =>
  fateOrder.map((fate) => ({ fate, count: counts[fate] })).filter(({ count }) => count > 0);
