import { createScreenMatcher, type ScreenMatcher } from './screen-matcher.ts';
import type { WordsInMemory } from './word-book.ts';

/**
 * The matcher of the main process, built when it is prepared or first asked, so that a start with nothing to judge does
 * not wait for it. What changes before is in the book that it is built from.
 */
export const createLateScreenMatcher = (
  book: () => WordsInMemory,
): ScreenMatcher & { readonly prepare: () => void } => {
  let built: ScreenMatcher | undefined;
  const use = (): ScreenMatcher => {
    built ??= createScreenMatcher(book);
    return built;
  };
  return {
    prepare: () => void use(),
    matcher: () => use().matcher(),
    check: (input, now) => use().check(input, now),
    ready: () => use().ready(),
    compiling: () => use().compiling(),
    changed: (change) => built?.changed(change),
    stop: () => built?.stop(),
  };
};
