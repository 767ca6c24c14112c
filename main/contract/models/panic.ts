import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { roomKeySchema } from './feed-item.ts';

/** Stands as the reason in the journal's entries that a panic made. */
export const PANIC_REASON = 'panic';

/** How a room stands in a panic. `still-locked`: the panic is over, but the room could not be given its voice back. */
export const panicRoomStates = ['locking', 'locked', 'failed', 'releasing', 'still-locked'] as const;

export const panicRoomSchema = z.object({
  roomKey: roomKeySchema,
  name: z.string(),
  /** Everybody was muted already before the panic, and so stays muted after it. */
  before: z.boolean(),
  /** The journal's entry of the mute-all; empty until it was answered. */
  entryId: z.string(),
  state: z.enum(panicRoomStates),
  error: appErrorSchema.optional(),
});
export type PanicRoom = Readonly<z.infer<typeof panicRoomSchema>>;

/** One key locks everything down: mute-all in every open room, every overlay blank, word rules strict. */
export const panicSchema = z.object({
  on: z.boolean().default(false),
  /** When it began, ms since the epoch; 0 where there never was one. */
  since: z.number().default(0),
  /** While it is on, every room; afterwards only those that could not be released. */
  rooms: z.array(panicRoomSchema).default([]),
});
export type Panic = Readonly<z.infer<typeof panicSchema>>;
