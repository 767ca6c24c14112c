import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import type { LocalWord, Words } from '../../state/words.ts';
import { command, type RestCall, type RestCommand } from '../command.ts';
import { listOf, text } from '../fields.ts';

const service = 'im_msg_audit_mgr';
/** Error codes of this service (tencent-im A10): 2003 parameter, 2016 too many in one request. */
const badParameter = 2003;
const tooMany = 2016;

/** A command of local moderation, which an app may not have. */
const localCommand = <S extends z.ZodType>(
  name: string,
  schema: S,
  run: (call: RestCall, input: z.output<S>) => Answer,
): RestCommand =>
  command(
    `${service}/${name}`,
    schema,
    (call, input) => (call.world.settings.wordLists.includes('local') ? run(call, input) : refuse(2015)),
    { badInput: badParameter },
  );
const capacity = 10_000;
const maxRegex = 200;

const one = z.literal(1);
const oneOrTwo = z.union([one, z.literal(2)]);
const appId = { SdkAppId: z.number().int() } as const;

/** A word and a regular expression of the same text are two entries. */
const keyOf = (wordType: 1 | 2, keyword: string): string => `${wordType} ${keyword}`;

const regexCount = (words: Words): number =>
  [...words.local.values()].filter((word) => word.wordType === 2).length;

const isRegex = (text: string): boolean => {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
};

const withId = (world: { random: { uint32(): number } }, fields: Readonly<Record<string, unknown>>): Answer =>
  done({ ...fields, RequestId: `rehearsal-${world.random.uint32().toString(16)}` });

const wordOnWire = (word: LocalWord): Record<string, unknown> => ({
  Id: word.id,
  Keyword: word.keyword,
  WordType: word.wordType,
  FilterType: word.filterType,
  ReplacedContent: word.replacement,
  UpdateTime: word.updatedAt,
});

const get = localCommand(
  'get_local_audit_keywords',
  z.object({
    ...appId,
    FilterType: oneOrTwo.optional(),
    Offset: z.number().int().min(0),
    Limit: z.number().int().min(1).max(100),
    Keyword: z.string().optional(),
  }),
  ({ world }, { FilterType, Offset, Limit, Keyword }) => {
    const all = [...world.words.local.values()];
    const found = all.filter(
      (word) => (FilterType ?? word.filterType) === word.filterType && word.keyword.includes(Keyword ?? ''),
    );
    return withId(world, {
      LocalAuditWords: found.slice(Offset, Offset + Limit).map(wordOnWire),
      TotalCount: capacity,
      TotalRegCount: maxRegex,
      CurCount: all.length,
      CurRegCount: regexCount(world.words),
    });
  },
);

const newWord = z.object({
  Keyword: text(200, badParameter).min(1),
  WordType: oneOrTwo,
  FilterType: oneOrTwo,
  ReplacedContent: z.string().default(''),
});

const add = localCommand(
  'add_local_audit_keywords',
  z.object({ ...appId, LocalAuditWords: listOf(newWord, 10, tooMany) }),
  ({ world }, { LocalAuditWords }) => {
    const { words, clock } = world;
    const broken = LocalAuditWords.find((word) => word.WordType === 2 && !isRegex(word.Keyword));
    if (broken !== undefined) return refuse(badParameter, `not a regular expression: ${broken.Keyword}`);
    const regexes = LocalAuditWords.filter((word) => word.WordType === 2).length;
    if (words.local.size + LocalAuditWords.length > capacity || regexCount(words) + regexes > maxRegex) {
      return refuse(tooMany, `at most ${capacity} words, ${maxRegex} of them regular expressions`);
    }
    for (const { Keyword, WordType, FilterType, ReplacedContent } of LocalAuditWords) {
      words.local.set(keyOf(WordType, Keyword), {
        id: words.nextId(),
        keyword: Keyword,
        wordType: WordType,
        filterType: FilterType,
        replacement: ReplacedContent,
        updatedAt: clock.seconds(),
      });
    }
    return withId(world, {});
  },
);

const remove = localCommand(
  'delete_local_audit_keywords',
  z.object({
    ...appId,
    LocalAuditWords: listOf(z.object({ Keyword: z.string(), WordType: oneOrTwo }), 10, tooMany),
  }),
  ({ world }, { LocalAuditWords }) => {
    for (const { Keyword, WordType } of LocalAuditWords) world.words.local.delete(keyOf(WordType, Keyword));
    return withId(world, {});
  },
);

export const localWordCommands: readonly RestCommand[] = [get, add, remove];
