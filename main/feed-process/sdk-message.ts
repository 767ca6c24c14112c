import { z } from 'zod';

/**
 * What we read of an SDK message; the rest is ignored. Everything in it comes from other people's programs, so a
 * message that does not fit is shown as `custom`, never trusted and never thrown on (sdk-wire 7.2 to 7.6).
 */
const text = z.string().catch('');

export const sdkMessageSchema = z.object({
  ID: text,
  type: text,
  conversationType: text,
  /** Null on a broadcast to all rooms. */
  to: z.string().nullable().catch(null),
  from: text,
  nick: text,
  avatar: text,
  flow: text,
  /** Seconds. */
  time: z.number().catch(0),
  sequence: z.number().optional().catch(undefined),
  random: z.number().optional().catch(undefined),
  isBroadcastMessage: z.boolean().catch(false),
  payload: z.unknown(),
  /** All elements; not a documented property, so nothing relies on it. */
  _elements: z.unknown().optional(),
});
export type SdkMessage = Readonly<z.infer<typeof sdkMessageSchema>>;

const personFields = { userID: text, nick: text, avatar: text };

export const tipPayloadSchema = z.object({
  operationType: z.number(),
  operatorID: text,
  userIDList: z.array(z.string()).catch([]),
  memberCount: z.number().optional().catch(undefined),
  operatorInfo: z.object(personFields).optional().catch(undefined),
  memberList: z
    .array(z.object({ ...personFields, muteTime: z.number().optional().catch(undefined) }))
    .catch([]),
  newGroupProfile: z
    .object({
      muteAllMembers: z.boolean().optional().catch(undefined),
      groupName: z.string().optional().catch(undefined),
      notification: z.string().optional().catch(undefined),
      introduction: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  duration: z.number().optional().catch(undefined),
});
export type TipPayload = Readonly<z.infer<typeof tipPayloadSchema>>;

export const noticePayloadSchema = z.object({
  operationType: z.number(),
  operatorID: text,
  userDefinedField: text,
  groupProfile: z.object({ groupID: text }).catch({ groupID: '' }),
});

export const textPayloadSchema = z.object({ text: z.string() });
export const customPayloadSchema = z.object({ data: text, description: text, extension: text });
/** Of the sizes, type 1 is the small one (tencent-im C). */
export const imagePayloadSchema = z.object({
  imageInfoArray: z.array(z.object({ type: z.number().catch(-1), url: text, imageUrl: text })).catch([]),
});
export const facePayloadSchema = z.object({ index: z.number().catch(0), data: text });

/** MESSAGE_REVOKED carries stubs, not messages (tencent-im C5). */
export const revokedStubSchema = z.object({
  conversationID: text,
  ID: z.string(),
  sequence: z.number().optional().catch(undefined),
  revoker: text,
  revokerInfo: z.object(personFields).optional().catch(undefined),
});
