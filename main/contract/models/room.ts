import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { roomKeySchema } from './feed-item.ts';

/** The service delivers at most this many messages a second in one room (tencent-im D). */
export const ROOM_CAP_PER_SECOND = 40;

/** A custom group ID: printable ASCII, at most 48 bytes (tencent-im A3); service-made ones start with `@TGS#`. */
export const roomIdSchema = z
  .string()
  .min(1)
  .max(48)
  .regex(/^[\x20-\x7e]+$/, 'a room ID is printable ASCII');

/** How a room's connection is, as a person would say it. `since` is ms since the epoch. */
export const roomConnectionSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('joining'), since: z.number() }),
  z.object({ state: z.literal('live'), since: z.number() }),
  /** The link is gone or silent; `since` is when the last sign of life came. */
  z.object({ state: z.literal('reconnecting'), since: z.number(), attempt: z.number().int() }),
  z.object({ state: z.literal('failed'), since: z.number(), error: appErrorSchema }),
]);
export type RoomConnection = Readonly<z.infer<typeof roomConnectionSchema>>;

/** How messages are written in this room (message-conventions). */
export const conventions = ['plain', 'mini-lvb', 'tui-gift'] as const;
export const conventionSchema = z.enum(conventions);
export type Convention = z.infer<typeof conventionSchema>;

export const roomSchema = z.object({
  key: roomKeySchema,
  accountId: z.string(),
  roomId: z.string(),
  name: z.string(),
  ownerId: z.string(),
  connection: roomConnectionSchema,
  /** Read by a further user of the account (`n` from 2 on), because the service allows one room a user. */
  seat: z.object({ n: z.number().int(), userId: z.string() }).optional(),
  /** People in the room by the service's count; absent until it has answered. */
  online: z.number().int().optional(),
  muteAll: z.boolean(),
  convention: conventionSchema,
  /** userID → ms since the epoch at which the mute ends (`null` = for ever), as far as this console knows. */
  muted: z.record(z.string(), z.number().nullable()),
});
export type Room = Readonly<z.infer<typeof roomSchema>>;
