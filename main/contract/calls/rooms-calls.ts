import { z } from 'zod';
import { userIdSchema } from '../models/person.ts';
import { roomIdSchema } from '../models/room.ts';
import { ROOM_ADMINS_MAX, roomAdminSchema, roomInfoSchema, roomLineSchema } from '../models/room-info.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

const accountId = z.string().min(1).max(100);
const bytes = (max: number) =>
  z.string().refine((text) => new TextEncoder().encode(text).length <= max, `at most ${max} bytes`);
/** Limits of the service, in bytes of UTF-8 (tencent-im A3). */
const name = bytes(30).min(1);
const notice = bytes(300);
const introduction = bytes(240);
const people = z.array(userIdSchema).max(ROOM_ADMINS_MAX).default([]);

/** The rooms page: all rooms of a key holder's app. */
export const roomsCalls = {
  /** One page; `cursor` of the answer leads to the next and is absent on the last. */
  'rooms:list': {
    input: z.strictObject({
      accountId,
      cursor: z
        .string()
        .regex(/^\d{1,20}$/)
        .optional(),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      rooms: z.array(roomLineSchema),
      total: z.number().int(),
      cursor: z.string().optional(),
    }),
    callers: panelOnly,
  },
  /** A new live room. Without an ID the service makes one; without an owner the account's own user is it. */
  'rooms:create': {
    input: z.strictObject({
      accountId,
      roomId: roomIdSchema.refine((id) => !id.startsWith('@TGS#'), 'must not start with @TGS#').optional(),
      name,
      notice: notice.optional(),
      introduction: introduction.optional(),
      ownerId: userIdSchema.optional(),
    }),
    output: z.object({ roomId: z.string() }),
    callers: panelOnly,
  },
  'rooms:edit': {
    input: z.strictObject({
      accountId,
      roomId: roomIdSchema,
      name: name.optional(),
      notice: notice.optional(),
      introduction: introduction.optional(),
      muteAll: z.boolean().optional(),
    }),
    output: z.object({ room: roomInfoSchema }),
    callers: panelOnly,
  },
  /** Appoints and dismisses, then answers who is an admin of the room. With neither it only answers. */
  'rooms:admins': {
    input: z.strictObject({ accountId, roomId: roomIdSchema, appoint: people, dismiss: people }),
    output: z.object({ admins: z.array(roomAdminSchema) }),
    callers: panelOnly,
  },
  /** Ends a room for good. `confirm` must repeat the room's ID. */
  'rooms:dissolve': {
    input: z.strictObject({ accountId, roomId: roomIdSchema, confirm: z.string().max(48) }),
    output: nothing,
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
