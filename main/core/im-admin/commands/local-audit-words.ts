import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { allDone, type Batch, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { nothing, parseInput, present, wireInt, wireList, wireText } from '../fields.ts';

/** Words in one change and in one page (tencent-im A10). */
const WORDS_PER_CALL = 10;
const WORDS_PER_PAGE = 100;

/** The service's numbers for its two kinds of word and two kinds of filter (A10). */
const WORD_TYPES = { word: 1, regex: 2 } as const;
const FILTERS = { replace: 1, block: 2 } as const;

/** A word that the SDK of every viewer looks for before it sends. */
export type LocalAuditWord = Readonly<{
  keyword: string;
  type: keyof typeof WORD_TYPES;
  filter: keyof typeof FILTERS;
  replacement: string;
}>;
export type LocalAuditPage = Readonly<{ words: readonly LocalAuditWord[]; total: number }>;

const keyword = z.string().min(1).max(500);
const type = z.enum(['word', 'regex']).default('word');
const listInput = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(WORDS_PER_PAGE).default(WORDS_PER_PAGE),
  search: z.string().min(1).optional(),
  filter: z.enum(['replace', 'block']).optional(),
});
const addInput = z.object({
  words: z
    .array(
      z.object({
        keyword,
        type,
        filter: z.enum(['replace', 'block']).default('block'),
        replacement: z.string().max(500).default(''),
      }),
    )
    .min(1),
});
const deleteInput = z.object({ words: z.array(z.object({ keyword, type })).min(1) });

const listAnswer = z
  .object({
    LocalAuditWords: wireList(
      z.object({ Keyword: z.string(), WordType: wireInt, FilterType: wireInt, ReplacedContent: wireText }),
    ),
    TotalCount: wireInt.default(0),
  })
  .transform(
    ({ LocalAuditWords, TotalCount }): LocalAuditPage => ({
      words: LocalAuditWords.map((one) => ({
        keyword: one.Keyword,
        type: one.WordType === WORD_TYPES.regex ? 'regex' : 'word',
        filter: one.FilterType === FILTERS.replace ? 'replace' : 'block',
        replacement: one.ReplacedContent,
      })),
      total: TotalCount,
    }),
  );

/** Word list of local moderation, enforced in the viewers' SDK; messages sent by REST pass it by. */
export const createLocalAuditCommands = (call: AdminCaller, sdkAppId: number) => {
  const getLocalAuditKeywords = async (
    input: z.input<typeof listInput> = {},
    options?: CallOptions,
  ): Promise<Result<LocalAuditPage, AdminError>> => {
    const parsed = parseInput(listInput, input);
    if (!parsed.ok) return parsed;
    const { offset: Offset, limit: Limit, search: Keyword, filter } = parsed.value;
    const FilterType = filter === undefined ? undefined : FILTERS[filter];
    const body = present({ SdkAppId: sdkAppId, Offset, Limit, Keyword, FilterType });
    return call({ command: commands.getLocalAuditKeywords, body, answer: listAnswer }, options);
  };

  const addLocalAuditKeywords = async (
    input: z.input<typeof addInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(addInput, input);
    if (!parsed.ok) return parsed;
    const byKeyword = new Map(parsed.value.words.map((word) => [word.keyword, word]));
    const wire = (word: LocalAuditWord) => ({
      Keyword: word.keyword,
      WordType: WORD_TYPES[word.type],
      FilterType: FILTERS[word.filter],
      ReplacedContent: word.replacement,
    });
    return inBatches([...byKeyword.keys()], WORDS_PER_CALL, async (part) => {
      const LocalAuditWords = part.flatMap((key) => byKeyword.get(key) ?? []).map(wire);
      const body = { SdkAppId: sdkAppId, LocalAuditWords };
      const sent = await call({ command: commands.addLocalAuditKeywords, body, answer: nothing }, options);
      return sent.ok ? ok(allDone(part)) : err(sent.error);
    });
  };

  const deleteLocalAuditKeywords = async (
    input: z.input<typeof deleteInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(deleteInput, input);
    if (!parsed.ok) return parsed;
    const types = new Map(parsed.value.words.map((word) => [word.keyword, WORD_TYPES[word.type]]));
    return inBatches([...types.keys()], WORDS_PER_CALL, async (part) => {
      const LocalAuditWords = part.map((Keyword) => ({ Keyword, WordType: types.get(Keyword) }));
      const body = { SdkAppId: sdkAppId, LocalAuditWords };
      const sent = await call({ command: commands.deleteLocalAuditKeywords, body, answer: nothing }, options);
      return sent.ok ? ok(allDone(part)) : err(sent.error);
    });
  };

  return { getLocalAuditKeywords, addLocalAuditKeywords, deleteLocalAuditKeywords };
};
