import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { command, type RestCall, type RestCommand } from '../command.ts';
import { listOf, text } from '../fields.ts';

const service = 'openim_dirty_words';
/** The sources contradict each other (tencent-im A10); these are the tighter ones: 50 words, 200 bytes. */
const maxWords = 50;
const maxWordBytes = 200;

const wordList = z.object({ DirtyWordsList: listOf(text(maxWordBytes).min(1), maxWords, 10004) });
/** 200/s in general, get and delete 100/s (tencent-im A1). */
const slow = { perSecond: 100 } as const;

/** A command of the old list, which may be switched off for an app. */
const dirtyCommand = <S extends z.ZodType>(
  name: string,
  schema: S,
  run: (call: RestCall, input: z.output<S>) => Answer,
  options: { readonly perSecond?: number } = {},
): RestCommand =>
  command(
    `${service}/${name}`,
    schema,
    (call, input) =>
      call.world.settings.wordLists.includes('dirty')
        ? run(call, input)
        : refuse(10007, 'openim_dirty_words is switched off for this app'),
    options,
  );

const get = dirtyCommand(
  'get',
  z.object({}),
  ({ world }) => done({ DirtyWordsList: world.words.dirty.list() }),
  slow,
);

const add = dirtyCommand('add', wordList, ({ world }, { DirtyWordsList }) => {
  const most = world.settings.dirtyWordCharacters;
  const long = DirtyWordsList.find((word) => [...word].length > most);
  if (long !== undefined) return refuse(10004, `a word has at most ${most} characters: ${long}`);
  for (const word of DirtyWordsList) world.words.dirty.add(word);
  return done();
});

const remove = dirtyCommand(
  'delete',
  wordList,
  ({ world }, { DirtyWordsList }) => {
    for (const word of DirtyWordsList) world.words.dirty.remove(word);
    return done();
  },
  slow,
);

export const dirtyWordCommands: readonly RestCommand[] = [get, add, remove];
