import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { OverlaySettings, WaitingItem } from '../../contract/models/overlay.ts';
import type { OverlayItem, OverlayPattern, OverlayServerFrame } from '../../contract/overlay-protocol.ts';
import type { Clock } from '../ports.ts';
import { type AirLock, createAirLock } from './air-lock.ts';
import type { Draft } from './display-item.ts';
import type { OverlayBook } from './overlay-book.ts';
import type { PurgeOrder, Purges } from './purges.ts';

/** A comment that gets to the page later than this (asleep, stuck) is not flown any more. */
const staleAfterMs = 3000;

type Airway = {
  readonly lock: AirLock<Draft>;
  blank: boolean;
  pin: OverlayItem | null;
  /** The feed's own ID of what is pinned. */
  pinnedFeedId: string;
  pattern: OverlayPattern | null;
};

const shownInPanel = (entry: { readonly payload: Draft; readonly airAt: number }): WaitingItem => ({
  id: entry.payload.feedId,
  roomKey: entry.payload.roomKey,
  userId: entry.payload.userId,
  nick: entry.payload.item.nick,
  text: entry.payload.item.text,
  level: entry.payload.level === 'flag' ? 'flag' : 'clean',
  airAt: entry.airAt,
});

const carriesText = ({ item }: Draft) => item.text !== '' || item.nick !== '';

/** Each overlay's way to the air: rooms, air lock, blank, purge, number, out. */
export const createAirways = (options: {
  readonly clock: Clock;
  readonly book: OverlayBook;
  readonly purges: Purges;
  readonly send: (overlayIds: readonly string[], frame: OverlayServerFrame) => void;
  readonly onChange: (overlayId: string) => void;
}) => {
  const { clock, book, purges, send } = options;
  const airways = new Map<string, Airway>();

  const onAir = (overlayId: string, drafts: readonly Draft[]) => {
    const expiresAt = clock.now() + staleAfterMs;
    const items = drafts
      .map(({ item }): OverlayItem => ({ ...item, seq: purges.nextSeq(), expiresAt }))
      .filter((item) => !purges.memory.refuses(item));
    if (items.length > 0) send([overlayId], { type: 'show', items });
  };

  const airwayOf = (overlayId: string, holdMs: number): Airway => {
    const known = airways.get(overlayId);
    if (known) return known;
    const lock = createAirLock<Draft>({
      clock,
      holdMs,
      onAir: (drafts) => onAir(overlayId, drafts),
      onChange: () => options.onChange(overlayId),
    });
    const made = { lock, blank: false, pin: null, pinnedFeedId: '', pattern: null };
    airways.set(overlayId, made);
    return made;
  };

  const each = (overlayId?: string) =>
    book
      .list()
      .filter(({ id }) => overlayId === undefined || id === overlayId)
      .map(({ id, settings }) => ({ id, settings, airway: airwayOf(id, settings.holdMs) }));

  const showsRoom = (settings: OverlaySettings, roomKey: RoomKey) =>
    settings.rooms?.includes(roomKey) ?? true;

  return {
    show: (roomKey: RoomKey, drafts: readonly Draft[]): void => {
      const fresh = drafts.filter((draft) => !purges.cameTooLate(draft));
      if (fresh.length === 0) return;
      for (const { settings, airway } of each()) {
        if (airway.blank || !showsRoom(settings, roomKey)) continue;
        airway.lock.enter(
          fresh.map((draft) => ({
            id: draft.item.id,
            userKey: draft.item.userKey,
            level: draft.level,
            payload: draft,
          })),
        );
      }
    },
    /** Takes what an order names out of the locks and off the pins. Answers how many items were waiting. */
    remove: ({ purge }: PurgeOrder): number => {
      let waiting = 0;
      for (const { id, airway } of each()) {
        waiting += airway.lock.remove({ ids: purge.ids, userKey: purge.userKey, all: purge.all });
        if (airway.pin && purges.memory.refuses(airway.pin)) {
          airway.pin = null;
          options.onChange(id);
        }
      }
      return waiting;
    },
    pin: (roomKey: RoomKey, draft: Draft): void => {
      for (const { id, settings, airway } of each()) {
        if (airway.blank || !showsRoom(settings, roomKey)) continue;
        const item = { ...draft.item, seq: purges.nextSeq() };
        if (purges.memory.refuses(item)) continue;
        airway.pin = item;
        airway.pinnedFeedId = draft.feedId;
        send([id], { type: 'show', items: [item] });
        options.onChange(id);
      }
    },
    unpin: (): void => {
      for (const { id, airway } of each()) {
        airway.pin = null;
        send([id], { type: 'unpin' });
        options.onChange(id);
      }
    },
    pinned: (overlayId: string): OverlayItem | null => airways.get(overlayId)?.pin ?? null,
    pinnedFeedId: (overlayId: string): string => {
      const airway = airways.get(overlayId);
      return airway?.pin ? airway.pinnedFeedId : '';
    },
    pattern: (overlayId: string): OverlayPattern | null => airways.get(overlayId)?.pattern ?? null,
    showPattern: (overlayId: string, pattern: OverlayPattern | null): void => {
      for (const { id, airway } of each(overlayId)) {
        airway.pattern = pattern;
        send([id], { type: 'pattern', pattern });
      }
    },
    blank: (on: boolean, overlayId?: string): void => {
      for (const { id, airway } of each(overlayId)) {
        airway.blank = on;
        if (on) {
          airway.lock.remove({ all: true });
          airway.pin = null;
        }
        send([id], { type: 'blank', on });
        options.onChange(id);
      }
    },
    isBlank: (overlayId: string): boolean => airways.get(overlayId)?.blank ?? false,
    waiting: (overlayId: string): readonly WaitingItem[] =>
      (airways.get(overlayId)?.lock.waiting() ?? [])
        .filter(({ payload }) => carriesText(payload))
        .map(shownInPanel),
    configured: (overlayId: string, settings: OverlaySettings): void =>
      airways.get(overlayId)?.lock.setHold(settings.holdMs),
    forget: (overlayId: string): void => {
      airways.get(overlayId)?.lock.dispose();
      airways.delete(overlayId);
    },
    dispose: (): void => {
      for (const { lock } of airways.values()) lock.dispose();
      airways.clear();
    },
  };
};
