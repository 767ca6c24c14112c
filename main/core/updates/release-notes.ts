/** As the update feed has them: one text, or one for each version in between. */
export type FeedNotes =
  | string
  | readonly { readonly version: string; readonly note: string | null }[]
  | null
  | undefined;

const MOST = 20_000;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** Some feeds carry HTML. It is shown as text, never as markup. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<(?:br|\/p|\/li|\/h\d)[^>]*>/gi, '\n')
    .replace(/<li[^>]*>/gi, '• ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** What is new, as plain text. */
export const plainNotes = (notes: FeedNotes): string => {
  if (notes === null || notes === undefined) return '';
  const text =
    typeof notes === 'string'
      ? withoutMarkup(notes)
      : notes.map(({ version, note }) => `${version}\n${withoutMarkup(note ?? '')}`).join('\n\n');
  return text.slice(0, MOST).trim();
};
