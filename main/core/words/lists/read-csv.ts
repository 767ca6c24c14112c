import type { Localized } from '../../../contract/app-error.ts';
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
  exceptions: 'except',
  到期: 'expires',
  expiry: 'expires',
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

const KINDS: Readonly<Record<string, WordRule['kind']>> = {
  word: 'word',
  pattern: 'pattern',
  regex: 'pattern',
  词语: 'word',
  正则: 'pattern',
};

const PLACES: Readonly<Record<string, WordRule['where']>> = {
  text: 'text',
  comment: 'text',
  comments: 'text',
  nick: 'nick',
  nickname: 'nick',
  nicknames: 'nick',
  both: 'both',
  评论: 'text',
  昵称: 'nick',
  全部: 'both',
};

const yes = (cell: string | undefined): boolean => /^(1|yes|true|y|on|是)$/i.test(cell ?? '');
const no = (cell: string | undefined): boolean => /^(0|no|false|n|off|否)$/i.test(cell ?? '');
const isYesOrNo = (cell: string): boolean => yes(cell) || no(cell);

const levelOf = (cell: string | undefined): RuleLevel | undefined =>
  ruleLevels.find((level) => level === cell?.toLowerCase()) ?? LEVELS[cell ?? ''];
const kindOf = (cell: string | undefined): WordRule['kind'] | undefined => KINDS[cell?.toLowerCase() ?? ''];
const whereOf = (cell: string | undefined): WordRule['where'] | undefined =>
  PLACES[cell?.toLowerCase() ?? ''];

/** Columns that take only some values: which, and how to tell. A rule must not silently become another one. */
const strictColumns: readonly [CsvColumn, string, (cell: string) => boolean][] = [
  ['kind', 'word, pattern', (cell) => kindOf(cell) !== undefined],
  ['level', 'flag, hold, block', (cell) => levelOf(cell) !== undefined],
  ['where', 'text, nick, both', (cell) => whereOf(cell) !== undefined],
  ['anywhere', 'yes, no', isYesOrNo],
  ['squeeze', 'yes, no', isYesOrNo],
  ['enabled', 'yes, no', isYesOrNo],
  ['expires', '2030-12-31, 2030-12-31T20:00', (cell) => !Number.isNaN(Date.parse(cell))],
];

/** Why a row cannot be a rule; nothing where it can. */
const badCell = (cells: Cells): Localized | undefined => {
  for (const [column, wanted, isGood] of strictColumns) {
    const cell = cells[column];
    if (cell !== undefined && !isGood(cell)) {
      const shown = cell.slice(0, 40);
      return {
        en: `The column ${column} has “${shown}”. It takes: ${wanted}.`,
        'zh-CN': `${column} 列的值为“${shown}”，可填：${wanted}。`,
      };
    }
  }
  return undefined;
};

const draftOf = (cells: Cells): Draft => {
  const level = levelOf(cells.level);
  const where = whereOf(cells.where);
  return {
    text: cells.word ?? '',
    ...(kindOf(cells.kind) === 'pattern' ? { kind: 'pattern' as const } : {}),
    ...(level === undefined ? {} : { level }),
    ...(where === undefined ? {} : { where }),
    ...(cells.also ? { also: readItems(cells.also) } : {}),
    ...(cells.anywhere ? { anywhere: yes(cells.anywhere) } : {}),
    ...(cells.squeeze ? { squeeze: yes(cells.squeeze) } : {}),
    ...(cells.group ? { group: cells.group } : {}),
    ...(cells.rooms ? { rooms: readItems(cells.rooms) } : {}),
    ...(cells.expires ? { expiresAt: Date.parse(cells.expires) } : {}),
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
  const reason = badCell(cells);
  if (reason !== undefined) return { line: row.line, shown, fate: 'bad-entry', reason };
  return { line: row.line, shown: cells.word, draft: draftOf(cells) };
};

/** The header, with the columns that are not taken over. */
const readHeader = ({ line, cells }: CsvRow): ReadLine => {
  const unread = cells.map(readCell).filter((name) => name !== '' && columnOf(name) === undefined);
  const shown = cells.join(', ');
  if (unread.length === 0) return { line, shown, fate: 'comment' };
  const names = unread.join(', ').slice(0, 200);
  const reason = { en: `Columns that are not read: ${names}.`, 'zh-CN': `未读取的列：${names}。` };
  return { line, shown, fate: 'comment', reason };
};

/** Reads a table with a header row; without one, the first column holds the words. */
export const readCsv = (text: string): ReadLine[] => {
  const [first, ...rest] = readCsvRows(text, delimiterOf(text));
  if (first === undefined) return [];
  const header = first.cells.map(columnOf);
  if (!header.includes('word')) return [first, ...rest].map((row) => readRow(row, ['word']));
  return [readHeader(first), ...rest.map((row) => readRow(row, header))];
};
