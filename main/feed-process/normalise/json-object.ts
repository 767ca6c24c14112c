/** Parses text that may be a JSON object; anything else, however odd, is `undefined`. */
export const jsonObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // A comment may begin with a brace and be no JSON: it is then simply a comment.
    return undefined;
  }
};
