import type { AppError } from '../../contract/app-error.ts';
import type { JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Panic, PanicRoom } from '../../contract/models/panic.ts';
import type { OpenRoom, PanicDocument, PanicOptions } from './panic-parts.ts';
import { releaseRoom } from './release-room.ts';

const withoutError = ({ error: _error, ...room }: PanicRoom): PanicRoom => room;

/**
 * Locks everything down and takes exactly that back: what was muted, blank or strict before stays so. Kept on disk
 * before anything is sent, so that a panic outlives a crash and can still be ended.
 */
export const createPanic = ({ store, rooms, words, overlays, now, onChange }: PanicOptions) => {
  /** Rooms seen to in this run. What an earlier run did to the others may be gone with the service's memory. */
  const met = new Set<RoomKey>();
  let last: Promise<unknown> = Promise.resolve();

  const view = (): Panic => {
    const { on, since, rooms: list } = store.get();
    return { on, since, rooms: list };
  };
  const save = (patch: Partial<PanicDocument>) => {
    store.set({ ...store.get(), ...patch });
    onChange(view());
  };
  const known = (roomKey: RoomKey) => store.get().rooms.find((room) => room.roomKey === roomKey);
  const put = (changed: readonly PanicRoom[]) => {
    const keys = new Set(changed.map(({ roomKey }) => roomKey));
    const others = store.get().rooms.filter(({ roomKey }) => !keys.has(roomKey));
    save({ rooms: [...others, ...changed].sort((a, b) => a.roomKey.localeCompare(b.roomKey)) });
  };
  /** One after another: an end waits for the beginning that it ends. */
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };

  const isLocked = ({ key, muteAll }: OpenRoom): boolean => {
    const room = known(key);
    if (room === undefined || room.state === 'failed') return false;
    return met.has(key) ? room.state !== 'locking' : muteAll;
  };

  const locked = (entry: JournalEntry, isNew: boolean): PanicRoom[] => {
    const room = known(entry.roomKey);
    if (room === undefined) return [];
    const before = isNew ? (rooms.mutedAllBefore(entry.id) ?? room.before) : room.before;
    const failed = entry.status === 'failed';
    const error = entry.error === undefined ? {} : { error: entry.error };
    const state = failed ? ('failed' as const) : ('locked' as const);
    return [{ ...withoutError(room), before, entryId: entry.id, state, ...error }];
  };

  const lock = async (open: readonly OpenRoom[]): Promise<void> => {
    if (!store.get().on) return;
    const done = open.filter(isLocked).flatMap(({ key }) => known(key) ?? []);
    put(done.map((room) => ({ ...withoutError(room), state: 'locked' })));
    const targets = open.filter((room) => !isLocked(room));
    const isNew = new Set(targets.filter(({ key }) => known(key) === undefined).map(({ key }) => key));
    put(
      targets.map(({ key, name, muteAll }) => {
        const fresh = { roomKey: key, name, before: muteAll, entryId: '' };
        return { ...withoutError({ ...fresh, state: 'locking', ...known(key) }), state: 'locking' };
      }),
    );
    for (const { key } of open) met.add(key);
    if (targets.length === 0) return;
    const entries = await rooms.act(
      'mute-all',
      targets.map(({ key }) => key),
    );
    put(entries.flatMap((entry) => locked(entry, isNew.has(entry.roomKey))));
  };

  const release = async (list: readonly PanicRoom[]): Promise<void> => {
    if (store.get().on) return;
    const mine = list.filter(({ before }) => !before);
    const keys = new Set(list.map(({ roomKey }) => roomKey));
    const others = store.get().rooms.filter(({ roomKey }) => !keys.has(roomKey));
    save({
      rooms: [...others, ...mine.map((room): PanicRoom => ({ ...withoutError(room), state: 'releasing' }))],
    });
    const answers = await Promise.all(
      mine.map(
        async (room): Promise<[PanicRoom, AppError | undefined]> => [room, await releaseRoom(rooms, room)],
      ),
    );
    const stuck = answers.flatMap(([room, error]): PanicRoom[] =>
      error === undefined ? [] : [{ ...room, state: 'still-locked', error }],
    );
    save({ rooms: [...others, ...stuck] });
  };

  const begin = () => {
    const blankBefore = overlays
      .all()
      .filter(({ blank }) => blank)
      .map(({ id }) => id);
    save({ on: true, since: now(), strictBefore: words.strict(), blankBefore });
    overlays.blank(true);
    words.setStrict(true);
  };

  const end = () => {
    const { strictBefore, blankBefore } = store.get();
    save({ on: false });
    words.setStrict(strictBefore);
    for (const { id } of overlays.all()) if (!blankBefore.includes(id)) overlays.blank(false, id);
  };

  return {
    view,
    /** The picture and the words obey at once; answers when every room has a result. */
    set: async (on: boolean): Promise<Panic> => {
      if (on !== store.get().on) (on ? begin : end)();
      await inTurn(() => (on ? lock(rooms.open()) : release(store.get().rooms)));
      return view();
    },
    dismiss: (): Panic => {
      if (!store.get().on) save({ rooms: store.get().rooms.filter(({ state }) => state !== 'still-locked') });
      return view();
    },
    /** After a start: what an earlier run left on is still on, and what it was ending is still to be ended. */
    resume: (): void => {
      const { on, rooms: list } = store.get();
      if (on) {
        overlays.blank(true);
        words.setStrict(true);
      } else if (list.length > 0) {
        save({ rooms: list.map((room) => ({ ...room, state: 'still-locked' })) });
      }
      onChange(view());
    },
    /** A room has opened or come back: a panic reaches it, too. */
    roomIsLive: (roomKey: RoomKey): Promise<void> =>
      inTurn(async () => {
        if (met.has(roomKey) && known(roomKey)?.state !== 'failed') return;
        if (store.get().on) return lock(rooms.open().filter(({ key }) => key === roomKey));
        const left = known(roomKey);
        met.add(roomKey);
        if (left !== undefined) await release([left]);
      }),
    /** An overlay that was blanked by hand meanwhile stays blank afterwards. */
    keepBlank: (overlayIds: readonly string[]): void =>
      save({ blankBefore: [...new Set([...store.get().blankBefore, ...overlayIds])] }),
    idle: () => last,
  };
};
export type PanicSwitch = ReturnType<typeof createPanic>;
