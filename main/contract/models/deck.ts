import { z } from 'zod';
import { roomKeySchema } from './feed-item.ts';
import { verdictLevels } from './verdict.ts';

/** What a row of a feed can be, as a filter tells them apart; `people` = joins and leaves, `own` = said by this console. */
export const filterKinds = ['comments', 'own', 'gifts', 'likes', 'people', 'notices'] as const;
export const filterKindSchema = z.enum(filterKinds);
export type FilterKind = z.infer<typeof filterKindSchema>;

/** What a column lets through. Every part must agree; an empty one lets all through. */
export const feedFilterSchema = z.object({
  /** Words looked for in what was said and in who said it; every one must be there. */
  text: z.string().max(200).default(''),
  /** Part of a nickname or of a userID. */
  user: z.string().max(100).default(''),
  /** One of these. */
  kinds: z.array(filterKindSchema).max(filterKinds.length).default([]),
  /** Comments with one of these verdicts. */
  levels: z.array(z.enum(verdictLevels)).max(verdictLevels.length).default([]),
});
export type FeedFilter = Readonly<z.infer<typeof feedFilterSchema>>;

export const HIGHLIGHT_WORDS_MAX = 100;
export const HIGHLIGHT_WORD_LENGTH = 60;

/** What a column of highlights picks out of all rooms. */
export const highlightRulesSchema = z.object({
  words: z.array(z.string().trim().min(1).max(HIGHLIGHT_WORD_LENGTH)).max(HIGHLIGHT_WORDS_MAX).default([]),
  /** Comments that name the VJ. */
  mentions: z.boolean().default(true),
  /** Comments of people who are watched. */
  watched: z.boolean().default(true),
});
export type HighlightRules = Readonly<z.infer<typeof highlightRulesSchema>>;

/** The ID of a column that is no room; never with a slash, which room keys have. */
const ownIdSchema = z.string().regex(/^[a-z]+(:[\w-]{1,40})?$/);
const filter = { filter: feedFilterSchema.optional() };

/** One column of the deck. A room's stays in the list while the room is closed, so that it comes back to its place. */
export const columnSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room'), id: roomKeySchema, ...filter }),
  z.object({ kind: z.literal('held'), id: z.literal('held') }),
  z.object({ kind: z.literal('highlights'), id: ownIdSchema, rules: highlightRulesSchema, ...filter }),
  z.object({ kind: z.literal('journal'), id: ownIdSchema }),
]);
export type DeckColumn = Readonly<z.infer<typeof columnSchema>>;
export type DeckColumnKind = DeckColumn['kind'];

export const namedFilterSchema = z.object({
  name: z.string().trim().min(1).max(40),
  filter: feedFilterSchema,
});
export type NamedFilter = Readonly<z.infer<typeof namedFilterSchema>>;

export const DECK_COLUMNS_MAX = 300;
export const NAMED_FILTERS_MAX = 50;

/** How the deck is laid out, the same in every panel of this data folder. */
export const deckSchema = z.object({
  /** From left to right. */
  columns: z.array(columnSchema).max(DECK_COLUMNS_MAX).default([]),
  filters: z.array(namedFilterSchema).max(NAMED_FILTERS_MAX).default([]),
});
export type DeckLayout = Readonly<z.infer<typeof deckSchema>>;
