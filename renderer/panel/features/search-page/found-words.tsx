import { clippedText, ROW_TEXT_LIMIT, tameText } from '../feed/index.ts';

/** What was said, with the words that were looked for lit. */
export const FoundWords = ({ text, sought }: { readonly text: string; readonly sought: string }) => {
  const shown = clippedText(text, ROW_TEXT_LIMIT);
  const wanted = sought.trim().toLowerCase();
  const lower = shown.toLowerCase();
  // Lower case may be longer in some scripts; then the places do not fit and nothing is lit.
  const at = wanted === '' || lower.length !== shown.length ? -1 : lower.indexOf(wanted);
  if (at < 0) return <bdi className="words">{tameText(shown)}</bdi>;
  return (
    <bdi className="words">
      {tameText(shown.slice(0, at))}
      <mark className="found">{tameText(shown.slice(at, at + wanted.length))}</mark>
      {tameText(shown.slice(at + wanted.length))}
    </bdi>
  );
};
