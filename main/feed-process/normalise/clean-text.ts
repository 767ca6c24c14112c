/** The longest comment that is kept, in UTF-16 units; the service's own limit is 12 KB a message (tencent-im D). */
const LONGEST = 12_000;

/**
 * Makes text from the network safe to store and lay out: control characters and line breaks become spaces, lone
 * surrogates become U+FFFD, absurd lengths are cut. Meaning is left alone; the word rules see what people see.
 */
export const cleanText = (raw: string): string =>
  raw
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** A URL is kept only if it is https; anything else is dropped (message-conventions 3). */
export const httpsUrl = (raw: string): string | undefined => {
  if (!URL.canParse(raw) || raw.length > 2000) return undefined;
  const url = new URL(raw);
  return url.protocol === 'https:' ? url.href : undefined;
};
