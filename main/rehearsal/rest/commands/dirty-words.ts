import { z } from 'zod';
import { done } from '../../answer.ts';
import { command, type RestCommand } from '../command.ts';
import { listOf, text } from '../fields.ts';

const service = 'openim_dirty_words';
/** The sources contradict each other (tencent-im A10); these are the tighter ones: 50 words, 200 bytes. */
const maxWords = 50;
const maxWordBytes = 200;

const wordList = z.object({ DirtyWordsList: listOf(text(maxWordBytes).min(1), maxWords, 10004) });
/** 200/s in general, get and delete 100/s (tencent-im A1). */
const slow = { perSecond: 100 } as const;

const get = command(
  `${service}/get`,
  z.object({}),
  ({ world }) => done({ DirtyWordsList: world.words.dirty.list() }),
  slow,
);

const add = command(`${service}/add`, wordList, ({ world }, { DirtyWordsList }) => {
  for (const word of DirtyWordsList) world.words.dirty.add(word);
  return done();
});

const remove = command(
  `${service}/delete`,
  wordList,
  ({ world }, { DirtyWordsList }) => {
    for (const word of DirtyWordsList) world.words.dirty.remove(word);
    return done();
  },
  slow,
);

export const dirtyWordCommands: readonly RestCommand[] = [get, add, remove];
