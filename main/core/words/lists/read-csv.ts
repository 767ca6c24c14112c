import { type RuleLevel, ruleLevels, type WordRule } from '../../../contract/models/word-rule.ts';
import { type CsvRow, delimiterOf, readCell, readCsvRows, readItems } from './csv-cells.ts';
import type { Draft, ReadLine } from './draft.ts';

export const csvColumns = [
  'word',
  'kind',
  'also',
  'level',
  'where',
  'anywhere',
  'squeeze',
  'group',
  'rooms',
  'expires',
  'except',
  'enabled',
  'note',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** Other names that people and other tools give the columns. */
const NAMES: Readonly<Record<string, CsvColumn>> = {
  text: 'word',
  keyword: 'word',
  pattern: 'word',
  词: 'word',
  词语: 'word',
  关键词: 'word',
  敏感词: 'word',
  类型: 'kind',
  type: 'kind',
  别写: 'also',
  级别: 'level',
  action: 'level',
  位置: 'where',
  分组: 'group',
  category: 'group',
  例外: 'except',
  备注: 'note',
};

const LEVELS: Readonly<Record<string, RuleLevel>> = {
  提示: 'flag',
  标记: 'flag',
  待审: 'hold',
  暂扣: 'hold',
  拦截: 'block',
};

const columnOf = (name: string): CsvColumn | undefined => {
  const lower = readCell(name).toLowerCase();
  return csvColumns.find((column) => column === lower) ?? NAMES[lower];
};

type Cells = Partial<Record<CsvColumn, string>>;

const yes = (cell: string | undefined): boolean => /^(1|yes|true|y|on|是)$/i.test(cell ?? '');
const no = (cell: string | undefined): boolean => /^(0|no|false|n|off|否)$/i.test(cell ?? '');

const levelOf = (cell: string | undefined): RuleLevel | undefined =>
  ruleLevels.find((level) => level === cell?.toLowerCase()) ?? LEVELS[cell ?? ''];

const whereOf = (cell: string | undefined): WordRule['where'] | undefined =>
  cell === 'text' || cell === 'nick' || cell === 'both' ? cell : undefined;

const expiryOf = (cell: string): number | null => {
  const at = Date.parse(cell);
  return Number.isNaN(at) ? null : at;
};

const draftOf = (cells: Cells): Draft => {
  const level = levelOf(cells.level);
  const where = whereOf(cells.where);
  return {
    text: cells.word ?? '',
    ...(cells.kind === 'pattern' || cells.kind === '正则' ? { kind: 'pattern' as const } : {}),
    ...(level === undefined ? {} : { level }),
    ...(where === undefined ? {} : { where }),
    ...(cells.also ? { also: readItems(cells.also) } : {}),
    ...(yes(cells.anywhere) ? { anywhere: true } : {}),
    ...(yes(cells.squeeze) ? { squeeze: true } : {}),
    ...(cells.group ? { group: cells.group } : {}),
    ...(cells.rooms ? { rooms: readItems(cells.rooms) } : {}),
    ...(cells.expires ? { expiresAt: expiryOf(cells.expires) } : {}),
    ...(cells.except ? { except: { words: readItems(cells.except), userIds: [], roles: [] } } : {}),
    ...(no(cells.enabled) ? { enabled: false } : {}),
    ...(cells.note ? { note: cells.note } : {}),
  };
};

const readRow = (row: CsvRow, columns: readonly (CsvColumn | undefined)[]): ReadLine => {
  const cells: Cells = {};
  columns.forEach((column, index) => {
    const cell = readCell(row.cells[index] ?? '');
    if (column !== undefined && cell !== '') cells[column] = cell;
  });
  const shown = row.cells.map((cell) => cell.trim()).join(', ');
  if (cells.word === undefined) return { line: row.line, shown, fate: 'empty' };
  return { line: row.line, shown: cells.word, draft: draftOf(cells) };
};

/** Reads a table with a header row; without one, the first column holds the words. */
export const readCsv = (text: string): ReadLine[] => {
  const [first, ...rest] = readCsvRows(text, delimiterOf(text));
  if (first === undefined) return [];
  const header = first.cells.map(columnOf);
  if (!header.includes('word')) return [first, ...rest].map((row) => readRow(row, ['word']));
  return [
    { line: first.line, shown: first.cells.join(', '), fate: 'comment' },
    ...rest.map((row) => readRow(row, header)),
  ];
};
