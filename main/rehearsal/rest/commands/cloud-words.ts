import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { blockedWord, type CloudLibrary } from '../../state/words.ts';
import type { World } from '../../world.ts';
import { command, type RestCall, type RestCommand } from '../command.ts';
import { listOf, text } from '../fields.ts';

const manager = 'im_msg_audit_mgr';
const audit = 'im_msg_audit';
/** Error codes of this service (tencent-im A10): 2003 parameter, 2016 too many in one request. */
const badParameter = 2003;
const tooMany = 2016;
const options = { badInput: badParameter } as const;

const appId = { SdkAppId: z.number().int() } as const;
const page = { Offset: z.number().int().min(0), Limit: z.number().int().min(1).max(100) } as const;
const labels = ['Normal', 'Illegal', 'Abuse', 'Polity', 'Ad', 'Porn', 'Sexy', 'Terror', 'Composite'] as const;

const withId = (world: World, fields: Readonly<Record<string, unknown>>): Answer =>
  done({ ...fields, RequestId: `rehearsal-${world.random.uint32().toString(16)}` });

/** A command of cloud moderation, which the trial edition has not. */
const cloudCommand = <S extends z.ZodType>(
  path: string,
  schema: S,
  run: (call: RestCall, input: z.output<S>) => Answer,
): RestCommand =>
  command(
    path,
    schema,
    (call, input) => {
      if (!call.world.limits().cloudWords)
        return refuse(60020, 'cloud moderation needs the standard edition');
      return call.world.settings.wordLists.includes('cloud') ? run(call, input) : refuse(2015);
    },
    options,
  );

const onLibrary = (world: World, id: string, run: (library: CloudLibrary) => Answer): Answer => {
  const library = world.words.libraries.get(id);
  return library === undefined ? refuse(badParameter, `no library ${id}`) : run(library);
};

const getLibraries = cloudCommand(
  `${manager}/get_cloud_audit_keywords_ids`,
  z.object({ ...appId, ...page }),
  ({ world }, { Offset, Limit }) => {
    const all = [...world.words.libraries.values()];
    return withId(world, {
      Infos: all.slice(Offset, Offset + Limit).map(({ id, name, describe, createdAt, suggestion }) => ({
        ID: id,
        LibName: name,
        Describe: describe,
        CreateTime: createdAt,
        Suggestion: suggestion,
      })),
      TotalCount: all.length,
    });
  },
);

const getWords = cloudCommand(
  `${manager}/get_cloud_audit_keywords`,
  z.object({ ...appId, ...page, LibID: z.string(), Content: z.string().optional() }),
  ({ world }, { LibID, Offset, Limit, Content }) =>
    onLibrary(world, LibID, ({ words }) => {
      const found = [...words.values()].filter((word) => word.content.includes(Content ?? ''));
      return withId(world, {
        Infos: found.slice(Offset, Offset + Limit).map(({ id, content, createdAt }) => ({
          ID: id,
          Content: content,
          CreateTime: createdAt,
        })),
        TotalCount: found.length,
      });
    }),
);

const userKeyword = z.object({ Content: text(200, badParameter).min(1), Label: z.enum(labels) });

const addWords = cloudCommand(
  `${manager}/add_cloud_audit_keywords`,
  z.object({ ...appId, LibID: z.string(), UserKeywords: listOf(userKeyword, 10, tooMany) }),
  ({ world }, { LibID, UserKeywords }) =>
    onLibrary(world, LibID, ({ words, finder }) => {
      for (const { Content, Label } of UserKeywords) {
        const id = `kw_${world.words.nextId()}`;
        words.set(Content, { id, content: Content, label: Label, createdAt: world.clock.seconds() });
        finder.add(Content);
      }
      return withId(world, {});
    }),
);

const deleteWords = cloudCommand(
  `${manager}/delete_cloud_audit_keywords`,
  z.object({ ...appId, LibID: z.string(), Keywords: listOf(z.string(), 10, tooMany) }),
  ({ world }, { LibID, Keywords }) =>
    onLibrary(world, LibID, ({ words, finder }) => {
      const Details = Keywords.map((content) => {
        const word = words.get(content);
        finder.remove(content);
        const Deleted = words.delete(content);
        return {
          KeywordID: word?.id ?? '',
          Keyword: content,
          Deleted,
          ErrorInfo: Deleted ? '' : 'no such keyword',
        };
      });
      return withId(world, { Count: Details.filter((detail) => detail.Deleted).length, Details });
    }),
);

const auditNames = ['C2C', 'Group', 'UserInfo', 'GroupInfo', 'GroupMemberInfo', 'RelationChain'] as const;

/** What the service's own word lists say of a text; pictures and sound always pass, for nobody looks at them here. */
const judge = (world: World, isText: boolean, content: string): Record<string, unknown> => {
  const word = isText ? blockedWord(world.words, content) : undefined;
  return word === undefined
    ? { Result: 'Pass', Score: 0, Label: 'Normal', Keywords: [] }
    : { Result: 'Block', Score: 100, Label: 'Abuse', Keywords: [word] };
};

const moderate = cloudCommand(
  `${audit}/content_moderation`,
  z.object({
    AuditName: z.enum(auditNames),
    ContentType: z.enum(['Text', 'Image', 'Audio', 'Video']),
    Content: text(8_192, badParameter),
  }),
  ({ world }, { ContentType, Content }) => withId(world, judge(world, ContentType === 'Text', Content)),
);

const batchItem = z.object({
  ContentId: z.number().int(),
  ContentType: z.enum(['Text', 'Image']),
  Content: z.string(),
});

const moderateBatch = cloudCommand(
  `${audit}/batch_content_moderation`,
  z.object({ AuditName: z.enum(auditNames), Contents: listOf(batchItem, 10, tooMany) }),
  ({ world }, { Contents }) => {
    if (new Set(Contents.map(({ ContentId }) => ContentId)).size !== Contents.length) {
      return refuse(badParameter, 'ContentId must be unique');
    }
    return withId(world, {
      AuditResults: Contents.map(({ ContentId, ContentType, Content }) => ({
        ContentId,
        ErrorCode: 0,
        ErrorInfo: '',
        SubLabel: '',
        ...judge(world, ContentType === 'Text', Content),
      })),
    });
  },
);

export const cloudWordCommands: readonly RestCommand[] = [
  getLibraries,
  getWords,
  addWords,
  deleteWords,
  moderate,
  moderateBatch,
];
