import type { Settings } from '../settings.ts';
import { createDelayedFinder } from './delayed-finder.ts';
import type { WordFinder } from './word-finder.ts';

/** A word of the list that client SDKs enforce; the service only keeps it (tencent-im A10). */
export type LocalWord = {
  readonly id: number;
  readonly keyword: string;
  /** 1 word, 2 regular expression. */
  readonly wordType: 1 | 2;
  /** 1 replace, 2 block. */
  readonly filterType: 1 | 2;
  readonly replacement: string;
  readonly updatedAt: number;
};

type CloudWord = {
  readonly id: string;
  readonly content: string;
  readonly label: string;
  readonly createdAt: number;
};

export type CloudLibrary = {
  readonly id: string;
  readonly name: string;
  readonly describe: string;
  readonly suggestion: string;
  readonly createdAt: number;
  readonly words: Map<string, CloudWord>;
  readonly finder: WordFinder;
};

/** Refuses a matching message as a before-send webhook would (tencent-im E). */
export type Veto = {
  readonly roomId?: string | undefined;
  readonly userId?: string | undefined;
  readonly contains?: string | undefined;
  /** 10016, 10100 to 10200, or 0: swallowed while the sender sees success. */
  readonly code: number;
};

export type Words = {
  /** The legacy list of `openim_dirty_words`. */
  readonly dirty: WordFinder;
  readonly local: Map<string, LocalWord>;
  readonly libraries: Map<string, CloudLibrary>;
  vetoes: readonly Veto[];
  nextId(): number;
};

export const createWords = (options: {
  readonly createdAt: number;
  /** ms that only ever grow. */
  readonly now: () => number;
  readonly settings: Settings;
}): Words => {
  const { createdAt, now, settings } = options;
  let lastId = 0;
  const library: CloudLibrary = {
    // Libraries are made in the vendor's console, words by REST; so there is one to begin with.
    id: 'lib_rehearsal_1',
    name: 'Rehearsal library',
    describe: 'Blocked in all live rooms',
    suggestion: 'Block',
    createdAt,
    words: new Map(),
    finder: createDelayedFinder({ now, delayMs: () => settings.cloudWordsDelayMs }),
  };
  return {
    dirty: createDelayedFinder({ now, delayMs: () => settings.dirtyWordsDelayMs }),
    local: new Map(),
    libraries: new Map([[library.id, library]]),
    vetoes: [],
    nextId() {
      lastId += 1;
      return lastId;
    },
  };
};

/** The word for which the service refuses this text (80001). */
export const blockedWord = (words: Words, text: string): string | undefined => {
  const dirty = words.dirty.find(text);
  if (dirty !== undefined) return dirty;
  for (const library of words.libraries.values()) {
    const found = library.suggestion === 'Block' ? library.finder.find(text) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};
