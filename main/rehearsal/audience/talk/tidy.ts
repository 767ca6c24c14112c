/** Takes out what left-out words leave behind: double spaces, and spaces before a sign. */
export const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.!?])/g, '$1')
    .trim();
