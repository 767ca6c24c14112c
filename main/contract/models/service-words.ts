import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { ruleLevels } from './word-rule.ts';

/**
 * The service's own word lists, oldest first: the one of `openim_dirty_words`, libraries of cloud moderation, and the
 * list that viewers' SDKs enforce (tencent-im A10).
 */
export const serviceListKinds = ['dirty', 'cloud', 'local'] as const;
export type ServiceListKind = (typeof serviceListKinds)[number];

/** What a word of a cloud library is about, by the service's own names (tencent-im A10). */
export const auditLabels = [
  'Abuse',
  'Ad',
  'Porn',
  'Sexy',
  'Polity',
  'Terror',
  'Illegal',
  'Composite',
  'Normal',
] as const;
export type AuditLabel = (typeof auditLabels)[number];

/** One list that the service has for an app. */
export const serviceListSchema = z.object({
  /** `dirty`, `local`, or `cloud:` and the library's ID. */
  id: z.string(),
  kind: z.enum(serviceListKinds),
  /** The library's name; empty where there is only one list of the kind. */
  name: z.string(),
  /** A word may have this many bytes, and this many characters where the sources say so. */
  maxBytes: z.number().int(),
  /** More characters than this may be refused: the sources disagree. */
  safeCharacters: z.number().int().nullable(),
  /** Words that fit; null = not told. */
  capacity: z.number().int().nullable(),
  takesPatterns: z.boolean(),
  /** How long a change may take to act, ms; null = at each viewer's next login. */
  actsWithinMs: z.number().int().nullable(),
});
export type ServiceList = Readonly<z.infer<typeof serviceListSchema>>;

/** Where a word and its rule here disagree. */
export const wordDifferences = [
  /** Upper and lower case or width. */
  'written-differently',
  /** It stands there, but its rule here is off, over, or in a group that is off. */
  'off-here',
  /** Only flagged here, refused there. */
  'flag-here',
  'some-rooms-here',
  'ends-here',
  'exceptions-here',
  /** A harmless word here, refused there. */
  'allowed-here',
  /** Replaced there, not refused. */
  'replaced-there',
] as const;
export type WordDifference = (typeof wordDifferences)[number];

/** Why a word cannot be put on the list. */
export const wordBars = ['too-long', 'pattern'] as const;

export const wordDeeds = ['send', 'take', 'remove'] as const;
export type WordDeed = (typeof wordDeeds)[number];

/** What became of one word the last time somebody asked for something. */
export const wordOutcomeSchema = z.object({
  deed: z.enum(wordDeeds),
  /** `unknown`: the service may have done it; read the list again. */
  state: z.enum(['done', 'failed', 'unknown']),
  /** ms since the epoch. */
  at: z.number(),
  /** When it acts at the latest; null = not known. */
  actsBy: z.number().nullable(),
  error: appErrorSchema.optional(),
});
export type WordOutcome = Readonly<z.infer<typeof wordOutcomeSchema>>;

export const serviceWordSchema = z.object({
  word: z.string(),
  pattern: z.boolean(),
  side: z.enum(['here', 'there', 'both']),
  ruleId: z.string().nullable(),
  level: z.enum(ruleLevels).nullable(),
  /** Its rule does not act by itself: `send` of the whole list leaves it out. */
  off: z.boolean(),
  /** Off by itself, and in force now because the panic turns its group on: nothing that should go to the service. */
  forPanic: z.boolean(),
  differences: z.array(z.enum(wordDifferences)),
  bar: z.enum(wordBars).nullable(),
  /** Longer than some sources allow: the service may refuse it. */
  doubtful: z.boolean(),
  outcome: wordOutcomeSchema.nullable(),
});
export type ServiceWord = Readonly<z.infer<typeof serviceWordSchema>>;

export const wordViews = ['all', 'here', 'there', 'both', 'different', 'failed'] as const;
export type WordView = (typeof wordViews)[number];

const jobKinds = ['ask', 'read', ...wordDeeds] as const;

/** The lists of one account as far as somebody has looked. */
export const serviceWordsSchema = z.object({
  lists: z.array(serviceListSchema),
  /** Kinds that the service does not have for this app, with its words. */
  missing: z.array(z.object({ kind: z.enum(serviceListKinds), error: appErrorSchema })),
  listId: z.string().nullable(),
  /** Goes up whenever rows changed: whoever shows them asks for the page again. */
  revision: z.number().int(),
  readAt: z.number().nullable(),
  counts: z.record(z.enum(wordViews), z.number().int()),
  /** Words that each deed would take up if the whole list were asked for. */
  ready: z.record(z.enum(wordDeeds), z.number().int()),
  job: z
    .object({
      kind: z.enum(jobKinds),
      done: z.number().int(),
      total: z.number().int(),
      failed: z.number().int(),
    })
    .nullable(),
  /** How the last sync ended; `left`: words that were not tried because it was cancelled or given up. */
  last: z
    .object({
      deed: z.enum(wordDeeds),
      done: z.number().int(),
      failed: z.number().int(),
      left: z.number().int(),
      at: z.number(),
      actsBy: z.number().nullable(),
    })
    .nullable(),
  /** Why asking or reading failed. */
  error: appErrorSchema.nullable(),
});
export type ServiceWords = Readonly<z.infer<typeof serviceWordsSchema>>;
