import {
  type ImportReport,
  type LineFate,
  type LineReport,
  lineFates,
  MAX_PATTERNS,
  MAX_RULES,
  type WordRule,
} from '../../contract/models/word-rule.ts';
import { ok, type Result } from '../../contract/result.ts';
import { otherThings } from '../other-things.ts';
import type { Characters } from '../words/characters.ts';
import { overLimit } from '../words/check-rule.ts';
import { decodeBytes } from '../words/lists/decode-bytes.ts';
import { type ImportOptions, importList } from '../words/lists/import-list.ts';
import { foldPlain } from '../words/plain-text.ts';

/** Lines read in one go: about 5 ms. */
const SLICE = 500;
/** Rules that were there, made comparable in one go: about 5 ms. */
const KNOWN_SLICE = 5000;
const MOST_LINES = 200_000;

/** What counts as the same word in a list: its folded form. */
export const ruleKey =
  (characters: Characters) =>
  ({ kind, text }: Pick<WordRule, 'kind' | 'text'>): string =>
    kind === 'pattern' ? `p ${text}` : `w ${foldPlain(characters, text).text.trim()}`;

/** Across slices: what is there already, and how much room is left. Within a slice the importer looks itself. */
const createSeam = async (existing: readonly WordRule[], characters: Characters) => {
  const keyOf = ruleKey(characters);
  const known = new Set<string>();
  for (let start = 0; start < existing.length; start += KNOWN_SLICE) {
    for (const rule of existing.slice(start, start + KNOWN_SLICE)) known.add(keyOf(rule));
    await otherThings();
  }
  let rules = existing.length;
  let patterns = existing.filter(({ kind }) => kind === 'pattern').length;
  return (rule: WordRule): LineFate => {
    const key = keyOf(rule);
    if (known.has(key)) return 'duplicate';
    if (rules >= MAX_RULES || (rule.kind === 'pattern' && patterns >= MAX_PATTERNS)) return 'over-limit';
    known.add(key);
    rules += 1;
    if (rule.kind === 'pattern') patterns += 1;
    return 'added';
  };
};

const createSum = (encoding: string) => {
  const counts = Object.fromEntries(lineFates.map((fate) => [fate, 0])) as Record<LineFate, number>;
  const lines: LineReport[] = [];
  const rules: WordRule[] = [];
  let leftOut = 0;

  const note = (line: LineReport) => {
    counts[line.fate] += 1;
    if (lines.length < MOST_LINES) lines.push(line);
    else leftOut += 1;
  };
  const takeRule = (line: LineReport, rule: WordRule | undefined, fateOf: (rule: WordRule) => LineFate) => {
    if (rule === undefined) return;
    const fate = fateOf(rule);
    if (fate === 'added') rules.push(rule);
    note({ ...line, fate, ...(fate === 'over-limit' && { reason: overLimit.reason }) });
  };
  return {
    /** The report of lines from `offset` on; its rules are in the order of the lines that were added. */
    add: (report: ImportReport, offset: number, fateOf: (rule: WordRule) => LineFate) => {
      const fresh = report.rules.values();
      for (const one of report.lines) {
        const line = { ...one, line: one.line + offset };
        if (line.fate === 'added') takeRule(line, fresh.next().value, fateOf);
        else note(line);
      }
    },
    report: (): ImportReport => ({
      encoding,
      format: 'txt',
      counts,
      lines,
      linesLeftOut: leftOut,
      rules,
      groups: [],
      allow: [],
    }),
  };
};

/** {@link importList}; a plain list, the form that long ones come in, is read in slices with everything else in between. */
export const importBySlices = async (
  bytes: Uint8Array,
  options: ImportOptions & { readonly characters: Characters },
): Promise<Result<ImportReport>> => {
  if (options.format !== 'txt') return importList(bytes, options);
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  await otherThings();
  const lines = decoded.value.text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const sum = createSum(decoded.value.encoding);
  await otherThings();
  const fateOf = await createSeam(options.existing, options.characters);
  for (let start = 0; start < lines.length; start += SLICE) {
    // The line end closes the last line, which may be empty and counts all the same.
    const slice = `${lines.slice(start, start + SLICE).join('\n')}\n`;
    const read = importList(new TextEncoder().encode(slice), { ...options, existing: [] });
    if (!read.ok) return read;
    sum.add(read.value, start, fateOf);
    await otherThings();
  }
  return ok(sum.report());
};
