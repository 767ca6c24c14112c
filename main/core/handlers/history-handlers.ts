import type { RoomKey } from '../../contract/models/feed-item.ts';
import { ok } from '../../contract/result.ts';
import { accountIdOf, roomIdOf } from '../../contract/room-key.ts';
import type { Retention } from '../history/retention.ts';
import type { HitPage } from '../history/search.ts';
import type { Handlers } from '../router.ts';
import type { Services } from './services.ts';

/** What the settings say is kept. */
export const retentionOf = (settings: {
  readonly historyDays: number;
  readonly historyMegabytes: number;
}): Retention => ({ days: settings.historyDays, bytes: settings.historyMegabytes * 1024 ** 2 });

/** History as windows ask for it: with the names of rooms, and with people named by any room of their app. */
export const historyHandlers = (services: Services) => {
  const { history, accounts, board, mirror, hub, desk, wordDesks, overlays, markBoard, firstTimers } =
    services;

  /** The app of a room, also where its account is locked or not signed in. */
  const appOf = (roomKey: RoomKey): number => {
    const found = accounts.ofRoom(roomKey);
    if (found.ok) return found.value.session.identity.sdkAppId;
    return mirror.get('accounts')[accountIdOf(roomKey)]?.sdkAppId ?? 0;
  };
  const roomName = (roomKey: RoomKey) => board.get(roomKey)?.name ?? roomIdOf(roomKey);
  const named = ({ hits, cursor }: HitPage) => ({
    hits: hits.map((hit) => ({ ...hit, roomName: roomName(hit.roomKey) })),
    ...(cursor === undefined ? {} : { cursor }),
  });

  /** A person is known on the picture by the account that read them, whatever the room. */
  const takeOffPicture = (userId: string, rooms: readonly RoomKey[]) => {
    const oneEach = new Map(rooms.map((roomKey) => [accountIdOf(roomKey), roomKey]));
    for (const roomKey of oneEach.values()) void overlays.purge({ roomKey, userId });
  };

  return {
    'history:search': ({ rooms, ...query }) => {
      const found = history.search({ ...query, roomKeys: rooms });
      return found.ok ? ok(named(found.value)) : found;
    },
    'history:user': ({ roomKey, userId, ...page }) => {
      const app = appOf(roomKey);
      const card = history.user({ app, userId, ...page });
      if (!card.ok) return card;
      const sanctions = desk.inForceOn(app, userId);
      if (!sanctions.ok) return sanctions;
      const strikes = desk.strikes(app, userId);
      if (!strikes.ok) return strikes;
      return ok({
        ...card.value,
        person: { ...card.value.person },
        aliases: [...card.value.aliases],
        rooms: card.value.rooms.map((room) => ({ ...room, roomName: roomName(room.roomKey) })),
        page: named(card.value.page),
        sanctions: sanctions.value.map((one) => ({ ...one, roomName: roomName(one.roomKey) })),
        strikes: strikes.value,
      });
    },
    'history:set-note': ({ roomKey, userId, text }) => {
      const kept = history.setNote(appOf(roomKey), userId, text);
      markBoard.refresh();
      return kept.ok ? ok({}) : kept;
    },
    'history:set-watch': ({ roomKey, userId, until }) => {
      const kept = history.setWatch(appOf(roomKey), userId, until === 'off' ? undefined : until);
      markBoard.refresh();
      return kept.ok ? ok({}) : kept;
    },
    'history:forget-user': async ({ roomKey, userId }) => {
      const app = appOf(roomKey);
      const inApp = (key: RoomKey) => appOf(key) === app;
      takeOffPicture(userId, [
        roomKey,
        ...board
          .all()
          .map(({ key }) => key)
          .filter(inApp),
      ]);
      wordDesks.held.forgetPerson(userId, inApp);
      hub.forgetPerson(userId, inApp);
      const gone = await history.forgetUser(app, userId);
      // A feed that began meanwhile may have read some of it.
      hub.forgetPerson(userId, inApp);
      firstTimers.forgetPeople();
      markBoard.refresh();
      return gone.ok ? ok({ rows: gone.value }) : gone;
    },
    'history:forget-everything': () => {
      wordDesks.held.forgetItems();
      void overlays.purge({ all: true });
      hub.forgetItems();
      const gone = history.forgetEverything();
      firstTimers.forgetPeople();
      markBoard.refresh();
      return gone.ok ? ok({ ...gone.value }) : gone;
    },
  } satisfies Partial<Handlers>;
};
