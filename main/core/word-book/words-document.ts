import { z } from 'zod';
import type { Localized } from '../../contract/app-error.ts';
import {
  defaultWordSettings,
  ruleGroupSchema,
  type WordBook,
  type WordRule,
  wordSettingsSchema,
} from '../../contract/models/word-rule.ts';
import type { Clock } from '../ports.ts';
import type { Document } from '../settings/documents.ts';
import { readRuleLine, writeRuleLine } from './rule-lines.ts';

/** Rules lie in pages of lines: the stores parse and compare a few long strings far sooner than 100 000 objects. */
export const wordsDocumentSchema = z.object({
  /** `null` = this file was never written. */
  groups: z.array(ruleGroupSchema).max(1000).nullable().default(null),
  settings: wordSettingsSchema.default(defaultWordSettings),
  pages: z.array(z.string()).default([]),
});
export type WordsDocument = z.output<typeof wordsDocumentSchema>;

const RULES_ON_A_PAGE = 1000;
/** Changes within this time are written together; at most so much is lost when the machine stops dead. ms. */
const WRITE_AFTER_MS = 50;

/** So many new lines are made in about a millisecond. */
const MOST_FRESH = 400;

const otherThings = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const unreadable = (count: number): Localized => ({
  en: `${count} of the word rules could not be read and were left out. Look through the list of rules.`,
  'zh-CN': `有 ${count} 条词语规则无法读取，已跳过。请检查规则列表。`,
});

/** Reads the stored book; `first` stands in for one that was never written. */
const load = (stored: WordsDocument, first: () => WordBook, report: (text: Localized) => void): WordBook => {
  if (stored.groups === null) return first();
  const lines = stored.pages.flatMap((page) => page.split('\n'));
  const rules = lines.flatMap((line) => readRuleLine(line) ?? []);
  if (rules.length < lines.length) report(unreadable(lines.length - rules.length));
  return { rules, groups: stored.groups, settings: stored.settings };
};

/** The stored word book: read once, written a moment after each change. */
export const createWordStore = (options: {
  readonly document: Document<WordsDocument>;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly report: (text: Localized) => void;
}) => {
  const { document, clock } = options;
  const lines = new WeakMap<WordRule, string>();
  let waiting: { readonly book: () => WordBook; readonly timer: NodeJS.Timeout } | undefined;

  const lineOf = (rule: WordRule): string => {
    const known = lines.get(rule);
    if (known !== undefined) return known;
    const line = writeRuleLine(rule);
    lines.set(rule, line);
    return line;
  };

  const write = ({ rules, groups, settings }: WordBook) => {
    const pages: string[] = [];
    for (let start = 0; start < rules.length; start += RULES_ON_A_PAGE) {
      pages.push(
        rules
          .slice(start, start + RULES_ON_A_PAGE)
          .map(lineOf)
          .join('\n'),
      );
    }
    document.set({ groups: [...groups], settings: { ...settings }, pages });
  };

  const flush = () => {
    if (waiting === undefined) return;
    const { book, timer } = waiting;
    clock.clearTimeout(timer);
    waiting = undefined;
    write(book());
  };

  /** Rules that are new are made into lines a page at a time, so that a long list never holds up the process. */
  const flushBySlices = async () => {
    const { rules } = waiting?.book() ?? { rules: [] };
    for (let start = 0; start < rules.length; start += RULES_ON_A_PAGE) {
      const fresh = rules.slice(start, start + RULES_ON_A_PAGE).filter((rule) => !lines.has(rule));
      for (const rule of fresh) lineOf(rule);
      if (fresh.length > MOST_FRESH) await otherThings();
    }
    flush();
  };

  return {
    load: (first: () => WordBook): WordBook => load(document.get(), first, options.report),
    save: (book: () => WordBook) => {
      if (waiting === undefined)
        waiting = { book, timer: clock.setTimeout(() => void flushBySlices(), WRITE_AFTER_MS) };
    },
    flush,
  };
};
export type WordStore = ReturnType<typeof createWordStore>;
