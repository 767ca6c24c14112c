import type { VerdictLevel } from '../../contract/models/verdict.ts';
import type { Clock } from '../ports.ts';
import type { ScreenMatcher } from './screen-matcher.ts';

/** Answers that are remembered: the same people join and send gifts again and again. */
const MOST_REMEMBERED = 5000;
/** And for this long, since rules expire. ms. */
const REMEMBERED_MS = 60_000;

/**
 * Judges texts for the picture that have no verdict of their own: nicknames, gift names, notices. Rules for comments and
 * for nicknames both count. Until the rules are ready nothing passes, since what is on the picture cannot be taken back.
 */
export const createScreenText = (
  matcher: Pick<ScreenMatcher, 'check' | 'ready' | 'compiling'>,
  clock: Pick<Clock, 'now' | 'monotonic'>,
) => {
  const remembered = new Map<string, VerdictLevel>();
  let since = clock.monotonic();

  const judge = (text: string, now: number): VerdictLevel => {
    const { level } = matcher.check({ text, nick: text }, now);
    if (matcher.compiling()) return level;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, level);
    return level;
  };

  return {
    screen: (text: string): VerdictLevel => {
      if (text === '') return 'clean';
      if (!matcher.ready()) return 'hold';
      const elapsed = clock.monotonic() - since;
      if (elapsed > REMEMBERED_MS) {
        remembered.clear();
        since += elapsed;
      }
      return remembered.get(text) ?? judge(text, clock.now());
    },
    forget: () => remembered.clear(),
  };
};
