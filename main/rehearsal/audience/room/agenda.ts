import type { Random } from '../random.ts';
import type { PersonalDeed } from './deed.ts';

/** Deeds that follow one another: a burst of likes, an answer, a raid. */
type Thread = {
  readonly deeds: PersonalDeed[];
  /** Share of the room's steps that go to this thread while it lasts; 1 takes them all. */
  readonly pull: number;
  readonly notBeforeMs: number;
};

/** What has been begun in a room and is not finished. */
export type Agenda = {
  readonly add: (thread: Thread) => void;
  /** The next deed that is still possible, or undefined when the room is free to do something new. */
  readonly take: (nowMs: number, possible: (deed: PersonalDeed) => boolean) => PersonalDeed | undefined;
  readonly clear: () => void;
};

/** A crowded room can hold only so many threads in mind; the oldest are forgotten. */
const mostThreads = 40;

/** However many bursts and answers are under way, most of the room still does something new. */
const mostFromSmallThreads = 0.4;

export const createAgenda = (random: Random): Agenda => {
  let threads: Thread[] = [];

  const drop = (thread: Thread) => {
    threads = threads.filter((other) => other !== thread);
  };

  const shift = (thread: Thread, possible: (deed: PersonalDeed) => boolean): PersonalDeed | undefined => {
    let deed = thread.deeds.shift();
    while (deed !== undefined && !possible(deed)) deed = thread.deeds.shift();
    if (thread.deeds.length === 0) drop(thread);
    return deed;
  };

  return {
    add: (thread) => {
      if (thread.deeds.length === 0) return;
      threads.push(thread);
      if (threads.length > mostThreads) threads = threads.slice(-mostThreads);
    },
    take: (nowMs, possible) => {
      for (;;) {
        const due = threads.filter((thread) => thread.notBeforeMs <= nowMs);
        const pull = due.reduce((sum, thread) => sum + thread.pull, 0);
        const strongest = Math.max(0, ...due.map((thread) => thread.pull));
        const claimed = Math.max(strongest, Math.min(mostFromSmallThreads, pull));
        if (due.length === 0 || !random.chance(claimed)) return undefined;
        const thread = random.pickWeighted(
          due.map((each) => [each, each.pull >= 1 ? 1000 : each.pull] as const),
        );
        const deed = shift(thread, possible);
        if (deed !== undefined) return deed;
      }
    },
    clear: () => {
      threads = [];
    },
  };
};
