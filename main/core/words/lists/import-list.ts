import { readRule } from '../../../contract/models/read-rule.ts';
import {
  type ImportReport,
  type LineFate,
  type LineReport,
  lineFates,
  MAX_PATTERNS,
  MAX_RULES,
  type RuleGroup,
  type WordRule,
} from '../../../contract/models/word-rule.ts';
import { ok, type Result } from '../../../contract/result.ts';
import { type Characters, createCharacters } from '../characters.ts';
import { overLimit, type Refusal, refusePattern, refuseWord } from '../check-rule.ts';
import { foldPlain } from '../plain-text.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Draft, ReadLine } from './draft.ts';
import { readCsv } from './read-csv.ts';
import { type JsonList, readJson } from './read-json.ts';
import { readTxt } from './read-txt.ts';

export type ListFormat = ImportReport['format'];

export type ImportOptions = {
  readonly format: ListFormat;
  /** Rules that are there already: their words are duplicates. */
  readonly existing: readonly WordRule[];
  readonly existingGroups: readonly RuleGroup[];
  /** What a rule gets where the list does not say. */
  readonly defaults?: Partial<Omit<WordRule, 'id' | 'text' | 'kind'>>;
  readonly newId: () => string;
  /** Made once for many lists: making it takes longer than reading a short one. */
  readonly characters?: Characters;
};

/** Lines of the report that are kept one by one; the counts are always whole. */
const MOST_LINES = 200_000;

const readLines = (text: string, format: ListFormat): Result<JsonList> => {
  if (format === 'json') return readJson(text);
  return ok({ lines: format === 'csv' ? readCsv(text) : readTxt(text), allow: [] });
};

const BAD_ENTRY = {
  en: 'A field of this line does not fit, e.g. a room or an exception.',
  'zh-CN': '这一行有字段不合要求，例如房间或例外。',
};

/** Decides about one draft after another; knows what is there already. */
const createGate = (characters: Characters, existing: readonly WordRule[]) => {
  const keyOf = (kind: WordRule['kind'], text: string): string =>
    kind === 'pattern' ? `p ${text}` : `w ${foldPlain(characters, text).text.trim()}`;
  const known = new Set(existing.map((rule) => keyOf(rule.kind, rule.text)));
  let rules = existing.length;
  let patterns = existing.filter(({ kind }) => kind === 'pattern').length;

  const refuse = (kind: WordRule['kind'], text: string): Refusal | undefined => {
    const pattern = kind === 'pattern';
    if (rules >= MAX_RULES || (pattern && patterns >= MAX_PATTERNS)) return overLimit;
    return pattern ? refusePattern(text) : refuseWord(characters, text);
  };
  return (draft: Draft): Refusal | 'duplicate' | 'added' => {
    const kind = draft.kind ?? 'word';
    const key = keyOf(kind, draft.text);
    if (known.has(key)) return 'duplicate';
    const refusal = refuse(kind, draft.text);
    if (refusal !== undefined) return refusal;
    known.add(key);
    rules += 1;
    if (kind === 'pattern') patterns += 1;
    return 'added';
  };
};

const createGroups = ({ existingGroups, newId }: ImportOptions) => {
  const ids = new Map(existingGroups.map(({ id, name }) => [name, id]));
  const made: RuleGroup[] = [];
  const idOf = (name: string): string => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const group: RuleGroup = { id: newId(), name: name.slice(0, 100), on: true, strict: false };
    made.push(group);
    ids.set(name, group.id);
    return group.id;
  };
  return { made, idOf };
};

const createReport = () => {
  const counts = Object.fromEntries(lineFates.map((fate) => [fate, 0])) as Record<LineFate, number>;
  const lines: LineReport[] = [];
  let leftOut = 0;
  const note = ({ line, shown }: ReadLine, fate: LineFate, reason?: LineReport['reason']): void => {
    counts[fate] += 1;
    if (lines.length >= MOST_LINES) leftOut += 1;
    else lines.push({ line, text: shown.slice(0, 200), fate, ...(reason === undefined ? {} : { reason }) });
  };
  return { counts, lines, note, leftOut: () => leftOut };
};

/** Reads a list from its bytes: what can become a rule does, and every other line is told with its reason. */
export const importList = (bytes: Uint8Array, options: ImportOptions): Result<ImportReport> => {
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  const read = readLines(decoded.value.text, options.format);
  if (!read.ok) return read;
  const decide = createGate(options.characters ?? createCharacters(), options.existing);
  const groups = createGroups(options);
  const report = createReport();
  const rules: WordRule[] = [];

  const make = ({ group, ...draft }: Draft): WordRule | undefined =>
    readRule({
      kind: 'word',
      ...options.defaults,
      ...(group === undefined ? {} : { groupId: groups.idOf(group) }),
      ...draft,
      id: options.newId(),
    });
  const take = (line: ReadLine, draft: Draft): void => {
    const decision = decide(draft);
    if (decision === 'duplicate') report.note(line, decision);
    else if (decision !== 'added') report.note(line, decision.fate, decision.reason);
    else {
      const rule = make(draft);
      if (rule !== undefined) rules.push(rule);
      report.note(
        line,
        rule === undefined ? 'bad-entry' : 'added',
        rule === undefined ? BAD_ENTRY : undefined,
      );
    }
  };
  for (const line of read.value.lines) {
    if (line.draft === undefined) report.note(line, line.fate ?? 'empty', line.reason);
    else take(line, line.draft);
  }
  return ok({
    encoding: decoded.value.encoding,
    format: options.format,
    counts: report.counts,
    lines: report.lines,
    linesLeftOut: report.leftOut(),
    rules,
    groups: groups.made,
    allow: [...read.value.allow],
  });
};
