import { z } from 'zod';

/** A UserID of the service: 1 to 32 bytes of UTF-8 (tencent-im B3). */
export const userIdSchema = z
  .string()
  .min(1)
  .refine((id) => new TextEncoder().encode(id).length <= 32, 'a userID is at most 32 bytes');

export const roles = ['vj', 'admin', 'member'] as const;

/** Somebody in a room, as the service (not the message text) names them. */
export const personSchema = z.object({
  userId: z.string(),
  /** Nickname as shown; the userID where the service gives none. */
  nick: z.string(),
  /** https URL, or absent. Never loaded before the user allows remote images. */
  avatar: z.string().optional(),
  role: z.enum(roles).optional(),
});
export type Person = Readonly<z.infer<typeof personSchema>>;
