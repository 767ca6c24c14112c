import { z } from 'zod';
import { localizedSchema } from '../app-error.ts';
import { roomKeySchema } from '../models/feed-item.ts';
import { heldDecisions, heldEndSchema, MOST_HELD } from '../models/held.ts';
import { roles } from '../models/person.ts';
import {
  dryRunReportSchema,
  lineFates,
  lineReportSchema,
  ruleGroupSchema,
  ruleLevels,
  traceSchema,
  wordRuleSchema,
  wordSettingsSchema,
} from '../models/word-rule.ts';
import { patchOf } from '../patch-of.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** One call to a window's process carries at most 256 KB, so a list comes in pieces of at most this many characters. */
export const UPLOAD_PIECE = 200_000;

const id = z.string().min(1).max(300);
const listFormats = ['txt', 'csv', 'json'] as const;

/** A rule as it is typed: without an ID it is a new one. */
export const ruleDraftSchema = wordRuleSchema.extend({ id: id.optional() });

/** What became of one saved rule. */
export const ruleFateSchema = z.object({
  /** Absent where a new rule was refused. */
  id: z.string().optional(),
  text: z.string(),
  fate: z.enum([
    'saved',
    'duplicate',
    'too-long',
    'bad-pattern',
    'bad-entry',
    'nothing-to-match',
    'over-limit',
  ]),
  reason: localizedSchema.optional(),
});

/** What the rules of an imported list get where the list does not say. */
const listOptions = {
  name: z.string().max(300).default(''),
  /** By the ending of the name where it is not given. */
  format: z.enum(listFormats).optional(),
  level: z.enum(ruleLevels).default('hold'),
  where: z.enum(['text', 'nick', 'both']).default('both'),
  anywhere: z.boolean().default(false),
  groupId: id.nullable().default(null),
};

/** The word rules, and the comments that they hold. */
export const wordCalls = {
  /** A page of rules, in the order in which they were added. */
  'words:list': {
    input: z.strictObject({
      /** Part of the word, another way to write it, or the note; any case. */
      text: z.string().max(200).default(''),
      /** Absent = all; `null` = those in no group. */
      groupId: id.nullable().optional(),
      level: z.enum(ruleLevels).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rules: z.array(wordRuleSchema), total: z.number().int() }),
    callers: panelOnly,
  },
  /** Saves each rule that can be; the others are told with their reason, in the order of the request. */
  'words:save': {
    input: z.strictObject({ rules: z.array(ruleDraftSchema).min(1).max(500) }),
    output: z.object({ fates: z.array(ruleFateSchema), saved: z.number().int() }),
    callers: panelOnly,
  },
  'words:remove': {
    input: z.strictObject({ ids: z.array(id).min(1).max(1000) }),
    output: z.object({ removed: z.number().int() }),
    callers: panelOnly,
  },
  'words:save-group': {
    input: z.strictObject({ group: ruleGroupSchema.extend({ id: id.optional() }) }),
    output: ruleGroupSchema,
    callers: panelOnly,
  },
  /** `withRules: false` keeps its rules, outside of any group. */
  'words:remove-group': {
    input: z.strictObject({ groupId: id, withRules: z.boolean().default(false) }),
    output: z.object({ removed: z.number().int() }),
    callers: panelOnly,
  },
  'words:set-settings': {
    input: z.strictObject({ patch: patchOf(wordSettingsSchema) }),
    output: wordSettingsSchema,
    callers: panelOnly,
  },
  /** One piece of a list's bytes, in order; the first without `uploadId`. At most 5 MB in all, kept for ten minutes. */
  'words:upload': {
    input: z.strictObject({ uploadId: id.optional(), data: z.base64().max(UPLOAD_PIECE) }),
    output: z.object({ uploadId: z.string(), bytes: z.number().int() }),
    callers: panelOnly,
  },
  /** Reads an uploaded list. `commit: false` only reports; the same upload can then be committed. */
  'words:import': {
    input: z.strictObject({
      uploadId: id,
      ...listOptions,
      /** Takes the place of the rules of `groupId` (`null` = of those in no group), or of all rules. */
      replace: z.enum(['none', 'group', 'all']).default('none'),
      commit: z.boolean().default(false),
    }),
    output: z.object({
      encoding: z.string(),
      format: z.enum(listFormats),
      counts: z.record(z.enum(lineFates), z.number().int()),
      /** The first 100 lines that did not go in; `words:import-lines` has all. */
      lines: z.array(lineReportSchema),
      groups: z.array(ruleGroupSchema),
      allow: z.array(z.string()),
      committed: z.boolean(),
      /** Rules that the list takes the place of and does not have; the first 200 by their word. */
      goes: z.object({ count: z.number().int(), words: z.array(z.string()) }),
      /** Takes a replacement back, until the next one or the end of the run; null where nothing was replaced. */
      undoId: z.string().nullable(),
    }),
    callers: panelOnly,
  },
  /** Takes the rules of a replacement out and brings the former ones back. */
  'words:undo-import': {
    input: z.strictObject({ undoId: id }),
    output: z.object({ restored: z.number().int(), removed: z.number().int() }),
    callers: panelOnly,
  },
  /** Every line's fate, by pages. */
  'words:import-lines': {
    input: z.strictObject({
      uploadId: id,
      /** Absent = all. */
      fates: z.array(z.enum(lineFates)).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ lines: z.array(lineReportSchema), total: z.number().int() }),
    callers: panelOnly,
  },
  /** Base64 of a file in UTF-8; only JSON keeps everything. */
  'words:export': {
    input: z.strictObject({ format: z.enum(listFormats), groupId: id.nullable().optional() }),
    output: z.object({ name: z.string(), data: z.base64(), rules: z.number().int() }),
    callers: panelOnly,
  },
  /** The bundled lists. */
  'words:starters': {
    input: nothing,
    output: z.object({
      lists: z.array(
        z.object({ id: z.string(), name: localizedSchema, rules: z.number().int(), added: z.boolean() }),
      ),
    }),
    callers: panelOnly,
  },
  /** Adds a bundled list, or restores the rules of it that were changed or removed. It is then on, the strict one off. */
  'words:add-starter': {
    input: z.strictObject({ id }),
    output: z.object({ group: ruleGroupSchema, rules: z.number().int() }),
    callers: panelOnly,
  },
  /** One line through every layer, by the saved rules or by the given ones. */
  'words:try': {
    input: z.strictObject({
      text: z.string().max(2000),
      nick: z.string().max(500).default(''),
      userId: z.string().max(100).optional(),
      role: z.enum(roles).optional(),
      roomKey: roomKeySchema.optional(),
      rules: z.array(ruleDraftSchema).max(50).optional(),
    }),
    output: traceSchema,
    callers: panelOnly,
  },
  /** What rules would have done to past comments: the given ones, an uploaded list, or else all saved ones. */
  'words:dry-run': {
    input: z.strictObject({
      rules: z.array(ruleDraftSchema).max(500).default([]),
      list: z.strictObject({ uploadId: id, ...listOptions }).optional(),
      exceptions: z.array(z.string().min(1).max(200)).max(100).default([]),
      window: z.enum(['hour', 'day', 'month']),
      roomKeys: z.array(roomKeySchema).max(200).optional(),
    }),
    output: dryRunReportSchema.extend({
      /** The oldest comment that was looked at, ms since the epoch. */
      from: z.number(),
      /** False where there were too many comments to look at all; the newest were. */
      complete: z.boolean(),
    }),
    callers: panelOnly,
  },
  /** Decides about held comments; of several panels the first decides, and the others are told what became of it. */
  'held:decide': {
    input: z.strictObject({
      ids: z.array(z.string().min(1).max(600)).min(1).max(MOST_HELD),
      decision: z.enum(heldDecisions),
    }),
    output: z.object({ results: z.array(heldEndSchema) }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
