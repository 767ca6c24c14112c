import type { WordBook, WordRule } from '../../../contract/models/word-rule.ts';
import { writeCell, writeItems } from './csv-cells.ts';
import type { ListFormat } from './import-list.ts';
import { type CsvColumn, csvColumns } from './read-csv.ts';
import { writeTxtLine } from './read-txt.ts';

/** Words only, one a line, other ways to write them on lines of their own: what other tools can read. */
const exportTxt = ({ rules }: WordBook): string =>
  rules
    .flatMap((rule) => [
      writeTxtLine(rule.kind, rule.text),
      ...rule.also.map((word) => writeTxtLine('word', word)),
    ])
    .map((line) => `${line}\n`)
    .join('');

const cellsOf = (rule: WordRule, group: string): Readonly<Record<CsvColumn, string>> => ({
  word: rule.text,
  kind: rule.kind,
  also: writeItems(rule.also),
  level: rule.level,
  where: rule.where,
  anywhere: rule.anywhere ? 'yes' : 'no',
  squeeze: rule.squeeze ? 'yes' : 'no',
  group,
  rooms: writeItems(rule.rooms ?? []),
  expires: rule.expiresAt === null ? '' : new Date(rule.expiresAt).toISOString(),
  except: writeItems(rule.except.words),
  enabled: rule.enabled ? 'yes' : 'no',
  note: rule.note,
});

/** A table for spreadsheets; the mark in front makes them read it as UTF-8. Ladders and people stay out: JSON has all. */
const exportCsv = ({ rules, groups }: WordBook): string => {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const rows = rules.map((rule) => {
    const cells = cellsOf(rule, names.get(rule.groupId ?? '') ?? '');
    return csvColumns.map((column) => writeCell(cells[column])).join(',');
  });
  return `\ufeff${[csvColumns.join(','), ...rows].map((row) => `${row}\r\n`).join('')}`;
};

const exportJson = ({ rules, groups, settings }: WordBook): string =>
  `${JSON.stringify({ format: 'livedeck-words', version: 1, groups, allow: settings.allow, rules }, undefined, 2)}\n`;

const writers = { txt: exportTxt, csv: exportCsv, json: exportJson } satisfies Record<
  ListFormat,
  (book: WordBook) => string
>;

/** Writes rules as a list, in UTF-8. Only JSON keeps everything. */
export const exportList = (book: WordBook, format: ListFormat): Uint8Array =>
  new TextEncoder().encode(writers[format](book));
