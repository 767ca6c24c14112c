export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

const DELIMITERS = [',', ';', '\t'] as const;

/** Spreadsheets of some countries write `;`, and copying out of one gives tabs. */
export const delimiterOf = (text: string): string => {
  const first = text.split(/[\r\n]/, 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** Reads RFC 4180 text; a quote that is never closed ends with the file. */
export const readCsvRows = (text: string, delimiter: string): CsvRow[] => {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let rowLine = 1;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line + 1;
  };
  const takeQuoted = (index: number): number => {
    if (text[index] !== '"') cell += text[index] ?? '';
    else if (text[index + 1] === '"') {
      cell += '"';
      return index + 1;
    } else quoted = false;
    return index;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const newLine = character === '\n' || (character === '\r' && text[index + 1] !== '\n');
    if (quoted) index = takeQuoted(index);
    else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) endCell();
    else if (newLine) endRow();
    else if (character !== '\r') cell += character;
    if (newLine) line += 1;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front; {@link readCell} takes it off. */
export const writeCell = (value: string): string => {
  const safe = /^[=+\-@\t']/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const readCell = (cell: string): string => {
  const trimmed = cell.trim();
  return /^'[=+\-@\t']/.test(trimmed) ? trimmed.slice(1) : trimmed;
};

/** Several values in one cell, parted by `|`. */
export const writeItems = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll(/[\\|]/g, '\\$&')).join('|');

export const readItems = (cell: string): string[] =>
  (cell.match(/(?:\\.|[^|\\])+/gsu) ?? [])
    .map((item) => item.replaceAll(/\\(.)/gsu, '$1').trim())
    .filter((item) => item !== '');
