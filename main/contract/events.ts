import { z } from 'zod';
import { journalEntrySchema } from './models/action.ts';
import { feedItemSchema, roomKeySchema } from './models/feed-item.ts';
import { statePatchSchema } from './state.ts';

/** What the main process tells windows without being asked, each with who may hear it. */
export const events = {
  'state:patch': { payload: statePatchSchema, audience: ['panel'] },
  'feed:batch': {
    payload: z.object({
      roomKey: roomKeySchema,
      items: z.array(feedItemSchema),
      /** Items left out because this window could not keep up; 0 as a rule. */
      dropped: z.number().int(),
    }),
    audience: ['panel'],
  },
  /** Comments that are to vanish from the screen at once. `userId` = all of that user's. */
  'feed:purge': {
    payload: z.object({
      roomKey: roomKeySchema,
      itemIds: z.array(z.string()),
      userId: z.string().optional(),
      hidden: z.boolean(),
    }),
    audience: ['panel'],
  },
  'journal:entry': { payload: journalEntrySchema, audience: ['panel'] },
  /** A second start asked for the first to come to front. */
  'app:focus': { payload: z.object({}), audience: ['panel'] },
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]['payload']>;
export const eventNames = Object.keys(events) as EventName[];
