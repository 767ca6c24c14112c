import { readFileSync, writeFileSync } from 'node:fs';

const markOf = (name: string): string => `<!-- ${name}: written by its command -->`;
const endOf = (name: string): string => `<!-- end of ${name} -->`;

/** Puts lines between the marks of a section of a Markdown file; the rest of the file stays as it is. */
export const putSection = (file: string, name: string, lines: readonly string[]): void => {
  const text = readFileSync(file, 'utf8');
  const [mark, end] = [markOf(name), endOf(name)];
  const [from, to] = [text.indexOf(mark), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no section "${name}": it needs ${mark} … ${end}`);
  const written = [mark, '', ...lines, '', end].join('\n');
  writeFileSync(file, text.slice(0, from) + written + text.slice(to + end.length));
};
