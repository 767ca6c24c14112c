import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes pinyin-table.ts from the Unicode character database. Run by hand when a new Unicode version is wanted:
 * `node main/core/words/data/generate-pinyin-table.ts <Unihan_Readings.txt>`
 * Takes the characters of GB 2312, each with its most frequent reading and without tones.
 */
const LINE_WIDTH = 100;

/** Rows 16 to 87 hold the Han characters. */
const gb2312 = (): Set<string> => {
  const decoder = new TextDecoder('gbk');
  const characters = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let column = 0xa1; column <= 0xfe; column += 1) {
      const character = decoder.decode(new Uint8Array([row, column]));
      if (/^\p{Script=Han}$/u.test(character)) characters.add(character);
    }
  return characters;
};

const withoutTone = (reading: string): string =>
  reading
    .replace(/\(.*$/, '')
    .replaceAll(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');

const readingsOf = (lines: readonly string[], field: string): Map<string, string> => {
  const readings = new Map<string, string>();
  for (const line of lines) {
    const [code, name, value] = line.split('\t');
    const first = value?.split(' ')[0];
    if (name !== field || code === undefined || first === undefined) continue;
    readings.set(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), withoutTone(first));
  }
  return readings;
};

const wrap = (rows: readonly string[]): string[] => {
  const lines: string[] = [''];
  for (const row of rows) {
    const line = lines.at(-1) ?? '';
    if (line.length + row.length > LINE_WIDTH && line !== '') lines.push(row);
    else lines[lines.length - 1] = line === '' ? row : `${line} ${row}`;
  }
  return lines;
};

const source = process.argv[2];
if (source === undefined) throw new Error('Say where Unihan_Readings.txt is.');
const lines = readFileSync(source, 'utf8').split('\n');
const frequent = readingsOf(lines, 'kHanyuPinlu');
const usual = readingsOf(lines, 'kMandarin');
const wanted = gb2312();
const bySyllable = new Map<string, string[]>();
for (const character of [...wanted].sort()) {
  const syllable = frequent.get(character) ?? usual.get(character);
  if (syllable === undefined) continue;
  bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character]);
}
const rows = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, all]) => name + all.join(''));
writeFileSync(
  new URL('./pinyin-table.ts', import.meta.url),
  `/** Made by generate-pinyin-table.ts from Unihan_Readings.txt; syllables without tones, each with its characters. */
export const pinyinRows = \`
${wrap(rows).join('\n')}
\`;
`,
);
