import { z } from 'zod';
import type { Caller } from './calls/call-shape.ts';
import { journalEntrySchema } from './models/action.ts';
import { feedItemSchema, roomKeySchema } from './models/feed-item.ts';
import { purgeNewsSchema, WAITING_TOLD, waitingItemSchema } from './models/overlay.ts';
import { verdictSchema } from './models/verdict.ts';
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
  /** Comments that are to vanish from the screen at once, or (`hidden: false`) may be seen again. */
  'feed:purge': {
    payload: z.object({
      roomKey: roomKeySchema,
      itemIds: z.array(z.string()),
      /** All of this user's. */
      userId: z.string().optional(),
      /** With `userId`: those received up to then, ms since the epoch; `null` = also those to come. */
      upTo: z.number().nullable().default(null),
      hidden: z.boolean(),
    }),
    audience: ['panel'],
  },
  /** A comment's verdict is another one now: a held one was approved. */
  'feed:verdict': {
    payload: z.object({ roomKey: roomKeySchema, itemId: z.string(), verdict: verdictSchema }),
    audience: ['panel'],
  },
  /** Comments that are somebody's first in this room. */
  'feed:marks': {
    payload: z.object({ roomKey: roomKeySchema, firstTime: z.array(z.string()) }),
    audience: ['panel'],
  },
  'journal:entry': { payload: journalEntrySchema, audience: ['panel'] },
  /**
   * What waits in the air locks of all overlays that a page shows, once each and only what has words, first to go on
   * air first, and how many wait in all; told at most ten times a second for each overlay.
   */
  'overlay:waiting': {
    payload: z.object({ items: z.array(waitingItemSchema).max(WAITING_TOLD), count: z.int().min(0) }),
    audience: ['panel'],
  },
  /** Every page answered a purge, or its time was up. Told only where a page was on air. */
  'overlay:purged': { payload: purgeNewsSchema, audience: ['panel'] },
  /** A key that was pressed while another program had the focus, and that is the panel's to carry out. */
  'app:key': { payload: z.object({ key: z.enum(['freeze']) }), audience: ['panel'] },
  /** An overlay's window is to show its frame, or to take it off the picture. */
  'overlay-window:arrange': {
    payload: z.object({ overlayId: z.string(), on: z.boolean() }),
    audience: ['overlay'],
  },
  /** A menu asked for a page of the panel. */
  'app:go-to': { payload: z.object({ page: z.enum(['settings']) }), audience: ['panel'] },
  /** A second start asked for the first to come to front. */
  'app:focus': { payload: z.object({}), audience: ['panel'] },
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.input<(typeof events)[E]['payload']>;
export const eventNames = Object.keys(events) as EventName[];

/** Whether windows of this trust level may hear the event. */
export const isHeardBy = (event: EventName, listener: Caller): boolean =>
  (events[event].audience as readonly Caller[]).includes(listener);
