import { z } from 'zod';
import { feedItemSchema, roomKeySchema } from '../models/feed-item.ts';
import { roomIdSchema } from '../models/room.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** Rooms that are open, and their feeds. */
export const roomCalls = {
  'room:open': {
    input: z.strictObject({ accountId: z.string().min(1).max(100), roomId: roomIdSchema }),
    output: z.object({ roomKey: roomKeySchema }),
    callers: panelOnly,
  },
  'room:close': { input: z.strictObject({ roomKey: roomKeySchema }), output: nothing, callers: panelOnly },
  /** Says something as this account in the room's convention; `danmaku` asks for it to fly over the picture. */
  'room:say': {
    input: z.strictObject({
      roomKey: roomKeySchema,
      text: z.string().trim().min(1).max(2000),
      danmaku: z.boolean().default(false),
    }),
    output: z.object({ itemId: z.string() }),
    callers: panelOnly,
  },
  /** The newest items of a room's feed, oldest first; `before` pages back from an item's id, as far as anything is stored. */
  'feed:recent': {
    input: z.strictObject({
      roomKey: roomKeySchema,
      limit: z.number().int().min(1).max(1000).default(200),
      before: z.string().optional(),
    }),
    output: z.object({
      items: z.array(feedItemSchema),
      more: z.boolean(),
      /** Comments among them that are somebody's first in this room. */
      firstTime: z.array(z.string()).optional(),
      /** What is hidden in this room: single items, and people up to a time (`null` = also what is to come). */
      hidden: z.object({
        itemIds: z.array(z.string()),
        users: z.record(z.string(), z.number().nullable()),
      }),
    }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
