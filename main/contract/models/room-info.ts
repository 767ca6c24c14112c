import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';

/** A room of the app as its key holder sees it. `createdAt` in ms since the epoch. */
export const roomInfoSchema = z.object({
  roomId: z.string(),
  name: z.string(),
  introduction: z.string(),
  notice: z.string(),
  ownerId: z.string(),
  muteAll: z.boolean(),
  memberCount: z.number().int().optional(),
  createdAt: z.number().optional(),
});
export type RoomInfoView = Readonly<z.infer<typeof roomInfoSchema>>;

/** One line of the rooms page: what is known, or why nothing is. */
export const roomLineSchema = z.union([
  z.object({ roomId: z.string(), info: roomInfoSchema }),
  z.object({ roomId: z.string(), error: appErrorSchema }),
]);
export type RoomLine = Readonly<z.infer<typeof roomLineSchema>>;

export const roomAdminSchema = z.object({ userId: z.string(), nick: z.string() });
/** The service allows so many admins in one live room (tencent-im A8). */
export const ROOM_ADMINS_MAX = 5;
