import type { ReadLine } from './draft.ts';

const PATTERN = /^\/(.+)\/$/;

/** One line of a plain list: a word, `/pattern/`, `# comment`; a backslash in front takes `#`, `/` and `\` as they are. */
const readLine = (raw: string, line: number): ReadLine => {
  const shown = raw.trim();
  if (shown === '') return { line, shown, fate: 'empty' };
  if (/^#(\s|$)/.test(shown)) return { line, shown, fate: 'comment' };
  if (/^\\[#/\\]/.test(shown)) return { line, shown, draft: { text: shown.slice(1) } };
  const pattern = PATTERN.exec(shown)?.[1];
  return { line, shown, draft: pattern === undefined ? { text: shown } : { kind: 'pattern', text: pattern } };
};

export const readTxt = (text: string): ReadLine[] => {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => readLine(line, index + 1));
};

/** A word or pattern as a line that {@link readTxt} reads back. */
export const writeTxtLine = (kind: 'word' | 'pattern', text: string): string => {
  if (kind === 'pattern') return `/${text}/`;
  return /^[#/\\]/.test(text) ? `\\${text}` : text;
};
