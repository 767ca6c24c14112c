import { type FeedItem, type RoomKey, recalledIn } from '../../contract/models/feed-item.ts';
import {
  type OverlayPreset,
  type OverlaySettings,
  type OverlayStatus,
  overlayWindowTitle,
  type PurgeNews,
  type WaitingItem,
} from '../../contract/models/overlay.ts';
import { type OverlayHello, overlayProtocolVersion } from '../../contract/overlay-protocol.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { PageAssets } from '../page/page-assets.ts';
import type { OverlayWindowRequest, Ports } from '../ports.ts';
import { createAirways } from './airways.ts';
import { draftsOf, pinDraftOf, type ScreenText } from './display-item.ts';
import { createFreshness } from './freshness.ts';
import { createOpaqueIds } from './opaque-ids.ts';
import { createOverlayBook, type OverlaysStore } from './overlay-book.ts';
import { createOverlayServer } from './overlay-server.ts';
import { purgeNews } from './purge-news.ts';
import { createPurges, type PurgeReport, type PurgeTarget } from './purges.ts';
import { patternForPage } from './test-pattern.ts';

/** Below every system's range for outgoing connections, so that it is hardly ever taken. */
const defaultPort = 21_657;
/** The panel is told of changes at most this often. */
const changeEveryMs = 100;

export type OverlaysOptions = {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'randomBytes'>;
  readonly assets: PageAssets;
  readonly store: OverlaysStore;
  readonly screen: ScreenText;
  readonly preferredPort?: number;
  /** Origins that may frame the page for a preview, e.g. `http://127.0.0.1:4321` or `app://panel`. */
  readonly frameAncestors?: () => readonly string[];
  /** Fills the windows that Livedeck opens; `null` or absent where they are see-through. */
  readonly windowKeyColour?: string | null;
  /** Something about this overlay changed: ask `status` and `waiting` again. */
  readonly onChange?: (overlayId: string) => void;
  /** Every page on air answered a purge, or its time was up. */
  readonly onPurged?: (news: PurgeNews) => void;
};

export type Overlays = {
  readonly start: () => Promise<Result<number>>;
  /**
   * Lets live feed items go towards the air. Held and blocked ones are turned away, and what comes late; what they say
   * was recalled is taken off.
   */
  readonly show: (roomKey: RoomKey, items: readonly FeedItem[]) => void;
  /** The same for what a person let through, however old it is. */
  readonly showApproved: (roomKey: RoomKey, items: readonly FeedItem[]) => void;
  /** Takes off every overlay and out of every air lock, and waits for the receipts (at most 1.5 s). */
  readonly purge: (target: PurgeTarget) => Promise<PurgeReport>;
  /** Answers how many overlays took it: those that are not blank, show the room and have a place for pins. */
  readonly pin: (roomKey: RoomKey, item: Extract<FeedItem, { kind: 'comment' | 'notice' }>) => number;
  readonly unpin: () => void;
  /** Everything off at once; while it is on, nothing gets to the air or waits for it. */
  readonly blank: (on: boolean, overlayId?: string) => void;
  /** The doctor's test pattern in place of all layers, or its end. */
  readonly showTestPattern: (overlayId: string, on: boolean) => void;
  readonly status: () => Readonly<Record<string, OverlayStatus>>;
  readonly waiting: (overlayId: string) => readonly WaitingItem[];
  /** Where it is served now, to compare with and for pages of ours. */
  readonly url: (overlayId: string) => Result<string>;
  /** The same for somebody who keeps it: later runs listen on this port where they can. */
  readonly handOut: (overlayId: string) => Result<string>;
  readonly settings: (overlayId: string) => Result<OverlaySettings>;
  readonly configure: (
    overlayId: string,
    patch: Readonly<Record<string, unknown>>,
  ) => Result<OverlaySettings>;
  readonly create: (name: string, preset?: OverlayPreset) => Result<string>;
  readonly duplicate: (overlayId: string, name: string) => Result<string>;
  readonly rename: (overlayId: string, name: string) => Result<null>;
  readonly remove: (overlayId: string) => Result<null>;
  /** A new secret: whoever had the old URL is cut off. */
  readonly rotate: (overlayId: string) => Result<string>;
  /** What a host needs to show this overlay in a window; its address serves once. */
  readonly windowRequest: (overlayId: string) => Result<OverlayWindowRequest>;
  readonly dispose: () => Promise<void>;
};

/** Everything that the composition root needs of the overlays. */
export const createOverlays = (options: OverlaysOptions): Overlays => {
  const { clock, log, randomBytes } = options.ports;
  const book = createOverlayBook({ store: options.store, randomBytes });
  const ids = createOpaqueIds(randomBytes);
  const epoch = randomBytes(9).toString('base64url');
  const freshness = createFreshness();
  const revisions = new Map<string, number>();
  const pendingChanges = new Map<string, NodeJS.Timeout>();

  const changed = (overlayId: string) => {
    if (pendingChanges.has(overlayId)) return;
    const tell = () => {
      pendingChanges.delete(overlayId);
      options.onChange?.(overlayId);
    };
    pendingChanges.set(overlayId, clock.setTimeout(tell, changeEveryMs));
  };

  const purges = createPurges({ clock, ids, randomBytes });

  const hello = (overlayId: string): OverlayHello => {
    const overlay = book.find(overlayId);
    if (!overlay.ok) throw new Error(`A page was let in to the unknown overlay ${overlayId}`);
    return {
      type: 'hello',
      version: overlayProtocolVersion,
      epoch,
      settings: overlay.value.settings,
      blank: overlay.value.blank,
      purged: [...purges.memory.recent(), ...airways.leftRooms(overlayId)],
      floor: purges.memory.floor(),
      pin: airways.pinned(overlayId),
      pattern: airways.pattern(overlayId),
    };
  };

  const server = createOverlayServer({
    clock,
    log,
    randomBytes,
    assets: options.assets,
    frameAncestors: options.frameAncestors ?? (() => []),
    windowKeyColour: options.windowKeyColour ?? null,
    secrets: () => book.list().map(({ id, secret }) => ({ overlayId: id, secret })),
    hello,
    onClientsChanged: (overlayId) => {
      // Whichever way OBS got this address, it keeps it.
      if (server.clients(overlayId).some(({ obs, preview }) => obs && !preview))
        book.rememberPort(server.port());
      changed(overlayId);
    },
  });
  const airways = createAirways({ clock, book, purges, send: server.send, onChange: changed });

  const nameOf = (overlayId: string): string => {
    const overlay = book.find(overlayId);
    return overlay.ok ? overlay.value.name : overlayId;
  };

  const urlOf = (overlayId: string): Result<string> => {
    const overlay = book.find(overlayId);
    if (!overlay.ok) return overlay;
    return ok(`http://127.0.0.1:${server.port()}/o/${overlay.value.secret}/`);
  };

  const handOut = (overlayId: string): Result<string> => {
    const url = urlOf(overlayId);
    if (url.ok) book.rememberPort(server.port());
    return url;
  };

  const added = (overlay: Result<{ readonly id: string }>): Result<string> => {
    if (!overlay.ok) return overlay;
    changed(overlay.value.id);
    return ok(overlay.value.id);
  };

  const toTheAir = (roomKey: RoomKey, items: readonly FeedItem[]) =>
    airways.show(
      roomKey,
      items.flatMap((item) => draftsOf(item, { roomKey, ids, screen: options.screen })),
    );

  /** What was hidden by mistake may have been pinned since. */
  const isPinned = (feedId: string) => book.list().some(({ id }) => airways.pinnedFeedId(id) === feedId);

  const purge = async (target: PurgeTarget): Promise<PurgeReport> => {
    const order = purges.order(target);
    const waiting = airways.remove(order);
    const overlayIds = book.list().map(({ id }) => id);
    const receipts = await server.purge(overlayIds, order.purge);
    const report = { purgeId: order.purge.purgeId, waiting, receipts };
    const news = purgeNews(report, { at: clock.now(), nameOf });
    if (news) options.onPurged?.(news);
    return report;
  };

  /** What is off already is not told of again. */
  const takeOffRecalled = (items: readonly FeedItem[]) => {
    const left = recalledIn(items).filter((id) => !purges.isPurged(id) || isPinned(id));
    if (left.length > 0) void purge({ ids: left });
  };

  return {
    start: () => server.start(book.port() || (options.preferredPort ?? defaultPort)),
    show: (roomKey, items) => {
      takeOffRecalled(items);
      toTheAir(roomKey, freshness.live(roomKey, items));
    },
    showApproved: toTheAir,
    purge,
    pin: (roomKey, item) => {
      const draft = pinDraftOf(item, { roomKey, ids, screen: options.screen });
      return draft ? airways.pin(roomKey, draft) : 0;
    },
    unpin: () => airways.unpin(),
    blank: (on, overlayId) => airways.blank(on, overlayId),
    showTestPattern: (overlayId, on) => airways.showPattern(overlayId, on ? patternForPage : null),
    status: () =>
      Object.fromEntries(
        book.list().map(({ id, name, settings, blank }) => [
          id,
          {
            id,
            name,
            clients: [...server.clients(id)],
            blank,
            waiting: airways.waiting(id).length,
            holdMs: settings.holdMs,
            pinned: airways.pinnedFeedId(id),
            port: server.port(),
            canvas: settings.canvas,
            revision: revisions.get(id) ?? 0,
          },
        ]),
      ),
    waiting: airways.waiting,
    url: urlOf,
    handOut,
    settings: (overlayId) => {
      const overlay = book.find(overlayId);
      return overlay.ok ? ok(overlay.value.settings) : overlay;
    },
    configure: (overlayId, patch) => {
      const overlay = book.configure(overlayId, patch);
      if (!overlay.ok) return overlay;
      const { settings } = overlay.value;
      revisions.set(overlayId, (revisions.get(overlayId) ?? 0) + 1);
      for (const order of airways.configured(overlayId, settings)) void server.purge([overlayId], order);
      server.send([overlayId], { type: 'settings', settings });
      changed(overlayId);
      return ok(settings);
    },
    create: (name, preset) => added(book.create(name, preset)),
    duplicate: (overlayId, name) => added(book.duplicate(overlayId, name)),
    rename: (overlayId, name) => {
      const overlay = book.rename(overlayId, name);
      if (!overlay.ok) return overlay;
      changed(overlayId);
      return ok(null);
    },
    remove: (overlayId) => {
      const overlay = book.remove(overlayId);
      if (!overlay.ok) return overlay;
      server.disconnect(overlayId, 'This overlay was deleted');
      airways.forget(overlayId);
      revisions.delete(overlayId);
      changed(overlayId);
      return ok(null);
    },
    rotate: (overlayId) => {
      const overlay = book.rotate(overlayId);
      if (!overlay.ok) return overlay;
      server.disconnect(overlayId, 'This URL was renewed');
      return handOut(overlayId);
    },
    windowRequest: (overlayId) => {
      const overlay = book.find(overlayId);
      if (!overlay.ok) return overlay;
      const { width, height } = overlay.value.settings.canvas;
      const address = server.windowAddress(overlayId);
      const alreadyOpen = server.clients(overlayId).some(({ window }) => window === true);
      return ok({ overlayId, title: overlayWindowTitle(overlayId), address, width, height, alreadyOpen });
    },
    dispose: async () => {
      for (const timer of pendingChanges.values()) clock.clearTimeout(timer);
      pendingChanges.clear();
      airways.dispose();
      await server.dispose();
    },
  };
};
