/** Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"); also full-width. */
const STARTS_FORMULA: ReadonlySet<string> = new Set('=+-@|＝＋－＠');
const NUL = String.fromCharCode(0);

/** Blanks and unseen characters before the sign do not stop every spreadsheet. */
const isFormula = (text: string): boolean => {
  const first = text.replaceAll(NUL, '').trimStart()[0];
  return (first !== undefined && STARTS_FORMULA.has(first)) || text.startsWith('\t') || text.startsWith('\r');
};

/** A text cell that a spreadsheet shows as text, whatever somebody wrote in a chat room. */
const textCell = (text: string): string => {
  const safe = isFormula(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** One line of CSV (RFC 4180). Numbers are ours and stay numbers; an absent cell is empty. */
export const csvLine = (cells: readonly (string | number | undefined)[]): string => {
  const written = cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : (cell ?? '')));
  return `${written.join(',')}\r\n`;
};

/** Excel takes a file without it for the system's old code page and garbles Chinese. */
export const UTF8_BOM = '\uFEFF';
