import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { OverlaySettings, WaitingItem } from '../../contract/models/overlay.ts';
import type {
  OverlayItem,
  OverlayPattern,
  OverlayPurge,
  OverlayServerFrame,
} from '../../contract/overlay-protocol.ts';
import type { Clock } from '../ports.ts';
import { type AirLock, createAirLock } from './air-lock.ts';
import type { Draft } from './display-item.ts';
import type { OverlayBook } from './overlay-book.ts';
import { createPins, isNamedBy } from './pins.ts';
import type { PurgeOrder, Purges } from './purges.ts';
import { createRoomsOnAir, type RoomsOnAir } from './rooms-on-air.ts';

/** A comment that gets to the page later than this (asleep, stuck) is not flown any more. */
const staleAfterMs = 3000;

type Airway = {
  readonly lock: AirLock<Draft>;
  readonly rooms: RoomsOnAir;
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
  const pins = createPins({ clock, nextSeq: purges.nextSeq, onOver: options.onChange });

  const onAir = (overlayId: string, drafts: readonly Draft[]) => {
    const expiresAt = clock.now() + staleAfterMs;
    for (const draft of drafts) airways.get(overlayId)?.rooms.note(draft);
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
    const made = { lock, rooms: createRoomsOnAir(purges.ofRoom), pattern: null };
    airways.set(overlayId, made);
    return made;
  };

  const each = (overlayId?: string) =>
    book
      .list()
      .filter(({ id }) => overlayId === undefined || id === overlayId)
      .map(({ id, settings, blank }) => ({ id, settings, blank, airway: airwayOf(id, settings.holdMs) }));

  const showsRoom = (settings: OverlaySettings, roomKey: RoomKey) =>
    settings.rooms?.includes(roomKey) ?? true;

  return {
    show: (roomKey: RoomKey, drafts: readonly Draft[]): void => {
      const fresh = drafts.filter((draft) => !purges.cameTooLate(draft));
      if (fresh.length === 0) return;
      for (const { settings, blank, airway } of each()) {
        if (blank || !showsRoom(settings, roomKey)) continue;
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
        if (pins.take(id, isNamedBy(purge))) options.onChange(id);
      }
      return waiting;
    },
    /** Answers how many overlays took it: those that are not blank, show the room and have a place for pins. */
    pin: (roomKey: RoomKey, draft: Draft): number => {
      const taking = each().filter(
        ({ settings, blank }) => !blank && settings.pin.on && showsRoom(settings, roomKey),
      );
      for (const { id, settings } of taking) {
        pins.put(id, draft, settings.pin.seconds * 1000);
        const item = pins.item(id);
        if (item) send([id], { type: 'show', items: [item] });
        options.onChange(id);
      }
      return taking.length;
    },
    unpin: (): void => {
      for (const { id } of each()) {
        pins.take(id);
        send([id], { type: 'unpin' });
        options.onChange(id);
      }
    },
    /** What is pinned now, for a page that connects. */
    pinned: pins.item,
    pinnedFeedId: pins.feedId,
    pattern: (overlayId: string): OverlayPattern | null => airways.get(overlayId)?.pattern ?? null,
    showPattern: (overlayId: string, pattern: OverlayPattern | null): void => {
      for (const { id, airway } of each(overlayId)) {
        airway.pattern = pattern;
        send([id], { type: 'pattern', pattern });
      }
    },
    blank: (on: boolean, overlayId?: string): void => {
      const meant = each(overlayId);
      for (const { id, airway } of meant) {
        if (on) {
          airway.lock.remove({ all: true });
          pins.take(id);
        }
        send([id], { type: 'blank', on });
        options.onChange(id);
      }
      const ids = meant.map(({ id }) => id);
      book.setBlank(ids, on);
    },
    waiting: (overlayId: string): readonly WaitingItem[] =>
      (airways.get(overlayId)?.lock.waiting() ?? [])
        .filter(({ payload }) => carriesText(payload))
        .map(shownInPanel),
    /** Nothing of a room that is shown no more waits or stays pinned; answers what takes it off the pages. */
    configured: (overlayId: string, settings: OverlaySettings): readonly OverlayPurge[] => {
      const isShown = (roomKey: RoomKey) => showsRoom(settings, roomKey);
      if (pins.take(overlayId, ({ roomKey }) => !settings.pin.on || !isShown(roomKey)))
        send([overlayId], { type: 'unpin' });
      const airway = airways.get(overlayId);
      airway?.lock.keep(({ roomKey }) => isShown(roomKey));
      airway?.lock.setHold(settings.holdMs);
      return airway?.rooms.leave(isShown) ?? [];
    },
    /** What has taken rooms off this overlay, for a page that connects. */
    leftRooms: (overlayId: string): readonly OverlayPurge[] => airways.get(overlayId)?.rooms.left() ?? [],
    forget: (overlayId: string): void => {
      pins.take(overlayId);
      airways.get(overlayId)?.lock.dispose();
      airways.delete(overlayId);
    },
    dispose: (): void => {
      pins.dispose();
      for (const { lock } of airways.values()) lock.dispose();
      airways.clear();
    },
  };
};
