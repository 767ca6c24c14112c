import { z } from 'zod';
import { appError } from '../../../contract/app-error.ts';
import { auditLabels } from '../../../contract/models/service-words.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import { type AdminError, notDone } from '../admin-error.ts';
import { allDone, type Batch, type ItemOutcome, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { nothing, parseInput, present, wireInt, wireList, wireText } from '../fields.ts';
import { scrubVendorInfo } from '../scrub.ts';

/** Words in one change and entries in one page (tencent-im A10). The page gives no limit for adding; ten is safe. */
const WORDS_PER_CALL = 10;
const ENTRIES_PER_PAGE = 100;

export type AuditLibrary = Readonly<{ id: string; name: string; note: string; suggestion: string }>;
export type AuditLibraryPage = Readonly<{ libraries: readonly AuditLibrary[]; total: number }>;
export type CloudAuditWord = Readonly<{ id: string; keyword: string }>;
export type CloudAuditPage = Readonly<{ words: readonly CloudAuditWord[]; total: number }>;

const paging = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(ENTRIES_PER_PAGE).default(ENTRIES_PER_PAGE),
};
const libraryId = z.string().min(1).max(200);
const keyword = z.string().min(1).max(500);
const librariesInput = z.object(paging);
const wordsInput = z.object({ libraryId, ...paging, search: z.string().min(1).optional() });
const addInput = z.object({ libraryId, keywords: z.array(keyword).min(1), label: z.enum(auditLabels) });
const deleteInput = z.object({ libraryId, keywords: z.array(keyword).min(1) });

/** IDs are text here and numbers there. */
const wireId = z.union([z.string(), z.number(), z.bigint()]).transform(String);

const librariesAnswer = z
  .object({
    Infos: wireList(z.object({ ID: wireId, LibName: wireText, Describe: wireText, Suggestion: wireText })),
    TotalCount: wireInt.default(0),
  })
  .transform(
    ({ Infos, TotalCount }): AuditLibraryPage => ({
      libraries: Infos.map((one) => ({
        id: one.ID,
        name: one.LibName,
        note: one.Describe,
        suggestion: one.Suggestion,
      })),
      total: TotalCount,
    }),
  );

const wordsAnswer = z
  .object({ Infos: wireList(z.object({ ID: wireId, Content: z.string() })), TotalCount: wireInt.default(0) })
  .transform(
    ({ Infos, TotalCount }): CloudAuditPage => ({
      words: Infos.map((one) => ({ id: one.ID, keyword: one.Content })),
      total: TotalCount,
    }),
  );

const deleteAnswer = z.object({
  Details: wireList(z.object({ Keyword: wireText, Deleted: z.boolean().catch(true), ErrorInfo: wireText })),
});

const notDeleted = (info: string) =>
  err(
    notDone(
      appError(
        'refused-by-service',
        { en: 'The service did not delete this word.', 'zh-CN': '服务未删除该词。' },
        { vendor: { code: 0, info: scrubVendorInfo(info) } },
      ),
    ),
  );

const readDeleted = (
  part: readonly string[],
  answer: z.output<typeof deleteAnswer>,
): readonly ItemOutcome[] => {
  const kept = new Map(
    answer.Details.filter(({ Deleted }) => !Deleted).map((one) => [one.Keyword, notDeleted(one.ErrorInfo)]),
  );
  return allDone(part).map((one) => ({ ...one, result: kept.get(one.item) ?? one.result }));
};

/** Word libraries of cloud moderation, enforced by the service; a change acts after some two minutes (A10). */
export const createCloudAuditCommands = (call: AdminCaller, sdkAppId: number) => {
  const getCloudAuditKeywordsIds = async (
    input: z.input<typeof librariesInput> = {},
    options?: CallOptions,
  ): Promise<Result<AuditLibraryPage, AdminError>> => {
    const parsed = parseInput(librariesInput, input);
    if (!parsed.ok) return parsed;
    const { offset: Offset, limit: Limit } = parsed.value;
    const body = { SdkAppId: sdkAppId, Offset, Limit };
    return call({ command: commands.getCloudAuditKeywordsIds, body, answer: librariesAnswer }, options);
  };

  const getCloudAuditKeywords = async (
    input: z.input<typeof wordsInput>,
    options?: CallOptions,
  ): Promise<Result<CloudAuditPage, AdminError>> => {
    const parsed = parseInput(wordsInput, input);
    if (!parsed.ok) return parsed;
    const { libraryId: LibID, offset: Offset, limit: Limit, search: Content } = parsed.value;
    const body = present({ SdkAppId: sdkAppId, LibID, Offset, Limit, Content });
    return call({ command: commands.getCloudAuditKeywords, body, answer: wordsAnswer }, options);
  };

  const addCloudAuditKeywords = async (
    input: z.input<typeof addInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(addInput, input);
    if (!parsed.ok) return parsed;
    const { libraryId: LibID, keywords, label: Label } = parsed.value;
    return inBatches(keywords, WORDS_PER_CALL, async (part) => {
      const UserKeywords = part.map((Content) => ({ Content, Label }));
      const body = { SdkAppId: sdkAppId, LibID, UserKeywords };
      const sent = await call({ command: commands.addCloudAuditKeywords, body, answer: nothing }, options);
      return sent.ok ? ok(allDone(part)) : err(sent.error);
    });
  };

  const deleteCloudAuditKeywords = async (
    input: z.input<typeof deleteInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(deleteInput, input);
    if (!parsed.ok) return parsed;
    return inBatches(parsed.value.keywords, WORDS_PER_CALL, async (Keywords) => {
      const body = { SdkAppId: sdkAppId, LibID: parsed.value.libraryId, Keywords };
      const request = { command: commands.deleteCloudAuditKeywords, body, answer: deleteAnswer };
      const sent = await call(request, options);
      return sent.ok ? ok(readDeleted(Keywords, sent.value)) : err(sent.error);
    });
  };

  return { getCloudAuditKeywordsIds, getCloudAuditKeywords, addCloudAuditKeywords, deleteCloudAuditKeywords };
};
