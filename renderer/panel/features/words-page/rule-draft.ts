import type { ParsedInput } from '../../../../main/contract/calls.ts';
import { userIdSchema } from '../../../../main/contract/models/person.ts';
import { MAX_PATTERN_LENGTH, MAX_WORD_LENGTH } from '../../../../main/contract/models/word-rule.ts';

/** A rule as it is typed; a new one has no ID. */
export type RuleDraft = ParsedInput<'words:save'>['rules'][number];

export const newDraft = (groupId: string | null): RuleDraft => ({
  kind: 'word',
  text: '',
  also: [],
  where: 'both',
  level: 'hold',
  anywhere: false,
  squeeze: false,
  ladder: null,
  rooms: null,
  expiresAt: null,
  groupId,
  enabled: true,
  except: { words: [], userIds: [], roles: [] },
  note: '',
});

/** What has to be put right before a draft can be tried or saved. */
export type DraftTrouble =
  | { readonly kind: 'no-text' | 'no-rooms' | 'bad-step' | 'past-end' }
  | { readonly kind: 'too-long'; readonly n: number }
  | { readonly kind: 'bad-user'; readonly id: string };

const textTrouble = (draft: RuleDraft): DraftTrouble | undefined => {
  if (draft.text.trim() === '') return { kind: 'no-text' };
  const [length, limit] =
    draft.kind === 'word'
      ? [[...draft.text].length, MAX_WORD_LENGTH]
      : [draft.text.length, MAX_PATTERN_LENGTH];
  return length > limit ? { kind: 'too-long', n: limit } : undefined;
};

const atStrikeIsRight = (atStrike: number): boolean =>
  Number.isInteger(atStrike) && atStrike >= 1 && atStrike <= 1000;

/** What would keep a draft from being tried. */
export const testTrouble = (draft: RuleDraft): DraftTrouble | undefined => {
  const text = textTrouble(draft);
  if (text !== undefined) return text;
  const id = draft.except.userIds.find((one) => !userIdSchema.safeParse(one).success);
  if (id !== undefined) return { kind: 'bad-user', id };
  if (draft.ladder?.steps.every((step) => atStrikeIsRight(step.atStrike)) === false)
    return { kind: 'bad-step' };
  return undefined;
};

/** What would keep a draft from being saved. */
export const saveTrouble = (draft: RuleDraft, now: number): DraftTrouble | undefined => {
  const trouble = testTrouble(draft);
  if (trouble !== undefined) return trouble;
  if (draft.rooms?.length === 0) return { kind: 'no-rooms' };
  return draft.expiresAt !== null && draft.expiresAt <= now ? { kind: 'past-end' } : undefined;
};

/** The lines of a field that takes one entry a line. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** A draft with more harmless words. */
export const withExceptions = (draft: RuleDraft, words: readonly string[]): RuleDraft => ({
  ...draft,
  except: { ...draft.except, words: [...new Set([...draft.except.words, ...words])] },
});

const two = (value: number): string => String(value).padStart(2, '0');

/** A time as a `datetime-local` field writes it, on this machine's clock. */
export const localTime = (at: number): string => {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};
