import { z } from 'zod';
import { localizedSchema } from '../app-error.ts';
import { MUTE_FOREVER_SECONDS } from './action.ts';
import { roomKeySchema } from './feed-item.ts';
import { roles, userIdSchema } from './person.ts';
import { hitSchema, verdictSchema } from './verdict.ts';

/** A word or phrase is at most this long (code points); the service's own lists take far less (tencent-im A10). */
export const MAX_WORD_LENGTH = 100;
/** A pattern is at most this long (UTF-16 units). */
export const MAX_PATTERN_LENGTH = 500;
export const MAX_RULES = 100_000;
/** Patterns cost far more than words; the service allows 200 as well (tencent-im A10). */
export const MAX_PATTERNS = 200;

export const ruleLevels = ['flag', 'hold', 'block'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

const atStrike = z.number().int().min(1).max(1000);
const seconds = z.number().int().min(1).max(MUTE_FOREVER_SECONDS);

/** What happens by itself from the n-th strike on. */
export const ladderStepSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('hide'), atStrike }),
  z.object({ do: z.literal('mute'), atStrike, seconds }),
  z.object({ do: z.literal('ban'), atStrike, seconds }),
]);
export type LadderStep = Readonly<z.infer<typeof ladderStepSchema>>;

export const ladderSchema = z.object({
  steps: z.array(ladderStepSchema).min(1).max(10),
  /** A strike counts for this long. */
  forgetAfterSeconds: z.number().int().min(60),
});
export type Ladder = Readonly<z.infer<typeof ladderSchema>>;

/** Hide, then ten minutes, then a day; strikes are forgotten after a week. */
export const defaultLadder: Ladder = {
  steps: [
    { do: 'hide', atStrike: 1 },
    { do: 'mute', atStrike: 2, seconds: 600 },
    { do: 'mute', atStrike: 3, seconds: 86_400 },
  ],
  forgetAfterSeconds: 7 * 86_400,
};

const word = z.string().min(1).max(200);

export const ruleExceptionsSchema = z.object({
  /** Words that contain this one and are harmless, e.g. place names. */
  words: z.array(word).max(1000).default([]),
  userIds: z.array(userIdSchema).max(10_000).default([]),
  roles: z.array(z.enum(roles)).default([]),
});
export type RuleExceptions = Readonly<z.infer<typeof ruleExceptionsSchema>>;

export const wordRuleSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(['word', 'pattern']),
  /** The word or phrase, or the pattern in RE2 syntax. */
  text: z.string().min(1).max(MAX_PATTERN_LENGTH),
  /** Other ways to write the same word, e.g. `vx` for 微信. Words only. */
  also: z.array(word).max(100).default([]),
  where: z.enum(['text', 'nick', 'both']).default('both'),
  level: z.enum(ruleLevels).default('hold'),
  /** Words: matches inside longer words too. Chinese does so anyway, but where it cuts other words apart is then sure as well. */
  anywhere: z.boolean().default(false),
  /** Patterns: also looks at the text with spaces and symbols taken out. */
  squeeze: z.boolean().default(false),
  /** What happens by itself on a sure hit; `null` = nothing. */
  ladder: ladderSchema.nullable().default(null),
  /** `null` = every room. */
  rooms: z.array(roomKeySchema).nullable().default(null),
  /** ms since the epoch; `null` = never. */
  expiresAt: z.number().nullable().default(null),
  groupId: z.string().nullable().default(null),
  enabled: z.boolean().default(true),
  except: ruleExceptionsSchema.default({ words: [], userIds: [], roles: [] }),
  note: z.string().max(500).default(''),
});
export type WordRule = Readonly<z.infer<typeof wordRuleSchema>>;

export const ruleGroupSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(100),
  on: z.boolean().default(true),
  /** Panic turns this group on for as long as it lasts. */
  strict: z.boolean().default(false),
});
export type RuleGroup = Readonly<z.infer<typeof ruleGroupSchema>>;

/** What holds for all rules together. */
export const wordSettingsSchema = z.object({
  /** Harmless words for every rule. */
  allow: z.array(word).max(10_000).default([]),
  trustedUserIds: z.array(userIdSchema).max(10_000).default([]),
  trustedRoles: z.array(z.enum(roles)).default([]),
  /** Separators or emoji between two characters of one word that the matcher looks across. */
  maxGap: z.number().int().min(0).max(6).default(3),
  /** Looks for words that only sound alike. Low confidence, off until chosen. */
  pinyin: z.boolean().default(false),
  /** Looks for characters written as their parts (弓虽). Low confidence. */
  splitCharacters: z.boolean().default(true),
});
export type WordSettings = Readonly<z.infer<typeof wordSettingsSchema>>;
export const defaultWordSettings: WordSettings = wordSettingsSchema.parse({});

/** Everything that the word matcher needs to know, as it is stored and sent to the feed processes. */
export const wordBookSchema = z.object({
  rules: z.array(wordRuleSchema).max(MAX_RULES),
  groups: z.array(ruleGroupSchema).max(1000),
  settings: wordSettingsSchema,
});
export type WordBook = Readonly<z.infer<typeof wordBookSchema>>;

/** What became of one line of an imported list. */
export const lineFates = [
  'added',
  'duplicate',
  'empty',
  'comment',
  'too-long',
  'bad-pattern',
  'bad-entry',
  'nothing-to-match',
  'over-limit',
] as const;
export const lineReportSchema = z.object({
  /** 1-based; the entry's number in JSON. */
  line: z.number().int().positive(),
  text: z.string(),
  fate: z.enum(lineFates),
  reason: localizedSchema.optional(),
});
export type LineReport = Readonly<z.infer<typeof lineReportSchema>>;
export type LineFate = LineReport['fate'];

/** What became of a whole imported list. Rules and groups in it have new IDs and are not saved yet. */
export const importReportSchema = z.object({
  encoding: z.string(),
  format: z.enum(['txt', 'csv', 'json']),
  counts: z.record(z.enum(lineFates), z.number().int()),
  lines: z.array(lineReportSchema),
  /** Lines counted above but not listed, in very long files. */
  linesLeftOut: z.number().int(),
  rules: z.array(wordRuleSchema),
  groups: z.array(ruleGroupSchema),
  allow: z.array(word),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;

/** Why a hit may be harmless, the likeliest first. `cuts-a-word`: on one side only. */
export const doubts = ['inside-longer-word', 'across-words', 'cuts-a-word', 'low-confidence'] as const;
export const doubtSchema = z.object({
  kind: z.enum(doubts),
  /** The longer word, or the words that the hit cuts; what an exception would be. Empty for low confidence. */
  container: z.string(),
});
export type Doubt = Readonly<z.infer<typeof doubtSchema>>;

export const dryRunExampleSchema = z.object({
  id: z.string(),
  at: z.number(),
  roomKey: roomKeySchema.optional(),
  userId: z.string(),
  nick: z.string(),
  text: z.string(),
  level: z.enum(ruleLevels),
  hits: z.array(hitSchema),
  doubt: doubtSchema.nullable(),
});
export type DryRunExample = Readonly<z.infer<typeof dryRunExampleSchema>>;

/** What rules would have done to comments of the past. */
export const dryRunReportSchema = z.object({
  checked: z.number().int(),
  /** Comments with at least one hit. */
  hit: z.number().int(),
  byLevel: z.object({ flag: z.number().int(), hold: z.number().int(), block: z.number().int() }),
  people: z.number().int(),
  /** Comments whose every hit is doubtful. */
  doubtful: z.number().int(),
  rules: z.array(
    z.object({
      ruleId: z.string(),
      word: z.string(),
      comments: z.number().int(),
      doubtful: z.number().int(),
      people: z.number().int(),
    }),
  ),
  users: z.array(z.object({ userId: z.string(), nick: z.string(), comments: z.number().int() })),
  /** Likely false positives first. */
  examples: z.array(dryRunExampleSchema),
  /** Exceptions worth adding, with the comments that each would let through. */
  suggestions: z.array(z.object({ word: z.string(), comments: z.number().int() })),
  /** What the exceptions that were asked about change. */
  exceptions: z.object({ released: z.number().int(), examples: z.array(dryRunExampleSchema) }),
});
export type DryRunReport = Readonly<z.infer<typeof dryRunReportSchema>>;

/** One line seen through every layer. */
export const traceSchema = z.object({
  steps: z.array(
    z.object({
      layer: z.string(),
      label: localizedSchema,
      confidence: z.enum(['certain', 'likely', 'low']),
      /** The text after this layer and all before it. */
      text: z.string(),
      changed: z.boolean(),
    }),
  ),
  verdict: verdictSchema,
  explanations: z.array(localizedSchema),
});
export type Trace = Readonly<z.infer<typeof traceSchema>>;
