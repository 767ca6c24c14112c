export type Finding = { readonly check: string; readonly file: string; readonly line: string };

/** One row of a CSV file; fields may be quoted and then hold commas. */
const cells = (row: string): string[] =>
  [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );

/** What the scanner wrote. Columns: issue, severity, confidence, filename, location, … */
export const findingsOf = (table: string): Finding[] =>
  table
    .split('\n')
    .filter((row) => /^"?[A-Z][A-Z_]+_(JS|HTML|GLOBAL)_CHECK/.test(row))
    .map((row) => {
      const [check = '', , , file = '', location = ''] = cells(row);
      return {
        check,
        file: file
          .replaceAll('\\', '/')
          .replace(/^.*\/sources\//, '')
          .replace(/\.js$/, '.ts'),
        line: location.split(':')[0] ?? '',
      };
    });

/** The document's table of findings: rows `| CHECK | file | why |`; `everywhere` stands for any file. */
export const explained = (document: string): readonly { readonly check: string; readonly file: string }[] =>
  [...document.matchAll(/^\| `([A-Z_]+)` \| `?([^|`]+?)`? \| [^|]{10,}\|$/gm)].map(
    ([, check = '', file = '']) => ({ check, file: file.trim() }),
  );

export const unexplained = (
  findings: readonly Finding[],
  known: ReturnType<typeof explained>,
): readonly Finding[] =>
  findings.filter(
    ({ check, file }) =>
      !known.some((one) => one.check === check && (one.file === 'everywhere' || one.file === file)),
  );
