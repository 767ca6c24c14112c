import { type AppError, appError } from '../../../main/contract/app-error.ts';
import type { CallInput, CallName, CallOutput } from '../../../main/contract/calls.ts';
import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import { err, ok, type Result } from '../../../main/contract/result.ts';
import type { StateHost } from './state-host.ts';
import { ACCOUNT, account, entryFor, newRoom, newsOf, rehearsalOf, roomKeyOf } from './world.ts';

export type HostParts = {
  readonly state: StateHost;
  readonly history: Map<string, FeedItem[]>;
  readonly journal: JournalEntry[];
  readonly tell: (event: string, payload: unknown) => void;
  readonly feed: (roomKey: string, items: readonly FeedItem[], dropped?: number) => void;
  readonly now: () => number;
  /** What a test wants refused. */
  readonly refusals: { call?: (name: CallName, input: unknown) => AppError | undefined };
  /** Waits that a test puts before an answer, ms. */
  readonly delays: { action: number };
};

export type Calls = {
  readonly [C in CallName]?: (input: CallInput<C>) => Promise<Result<CallOutput<C>>> | Result<CallOutput<C>>;
};

const unknownEntry = () =>
  appError('not-found', { en: 'There is nothing to undo.', 'zh-CN': '没有可以撤销的操作。' });

export const createCalls = (parts: HostParts): Calls => {
  const { state, history, journal, tell, feed, now, refusals } = parts;
  let ids = 0;
  const nextId = () => {
    ids += 1;
    return `entry-${ids}`;
  };

  const record = (entry: JournalEntry) => {
    const at = journal.findIndex((one) => one.id === entry.id);
    if (at < 0) journal.push(entry);
    else journal[at] = entry;
    tell('journal:entry', entry);
  };

  const setMute = (roomKey: string, userId: string, until: number | null | undefined) => {
    const room = state.values.rooms[roomKey];
    if (room === undefined) return;
    const { [userId]: _, ...rest } = room.muted;
    const muted = until === undefined ? rest : { ...rest, [userId]: until };
    state.patch('rooms', { [roomKey]: { ...room, muted } });
  };

  const takeEffect = (action: Action, roomKey: string) => {
    const room = state.values.rooms[roomKey];
    if (action.type === 'mute') setMute(roomKey, action.userId, now() + action.seconds * 1000);
    if (action.type === 'unmute') setMute(roomKey, action.userId, undefined);
    if (action.type === 'mute-all' || action.type === 'unmute-all')
      state.patch('rooms', { [roomKey]: { ...room, muteAll: action.type === 'mute-all' } });
    if (action.type === 'hide-comment' || action.type === 'show-comment')
      tell('feed:purge', { roomKey, itemIds: [action.itemId], hidden: action.type === 'hide-comment' });
    if (action.type === 'hide-user' || action.type === 'show-user')
      tell('feed:purge', {
        roomKey,
        itemIds: [],
        userId: action.userId,
        hidden: action.type === 'hide-user',
      });
    const news = newsOf(action, `${roomKey}-${ids}`, now());
    if (news !== undefined) feed(roomKey, [news]);
  };

  const actMany: NonNullable<Calls['moderation:act-many']> = async ({ acts, reason = '' }) => {
    const group = nextId();
    const begun = acts.flatMap(({ action, rooms, original }) =>
      rooms.flatMap((roomKey) => {
        const room = state.values.rooms[roomKey];
        if (room === undefined) return [];
        const error = refusals.call?.('moderation:act', { action, roomKey });
        return [{ ...entryFor({ id: nextId(), at: now(), action, room, reason, original, error }), group }];
      }),
    );
    for (const entry of begun) record({ ...entry, status: 'pending', error: undefined } as JournalEntry);
    await new Promise((done) => setTimeout(done, parts.delays.action));
    for (const entry of begun) {
      if (entry.status === 'done') takeEffect(entry.action, entry.roomKey);
      record(entry);
    }
    return ok({ entries: begun });
  };

  const reverses: Partial<Record<Action['type'], Action['type']>> = {
    mute: 'unmute',
    'hide-comment': 'show-comment',
    'hide-user': 'show-user',
    'mute-all': 'unmute-all',
    ban: 'unban',
  };

  const undoOne = (entry: JournalEntry | undefined): JournalEntry[] => {
    const type = entry === undefined ? undefined : reverses[entry.action.type];
    if (entry === undefined || type === undefined) return [];
    const action = { ...entry.action, type } as Action;
    takeEffect(action, entry.roomKey);
    const id = nextId();
    const reversal: JournalEntry = { ...entry, id, at: now(), action, undoes: entry.id };
    record({ ...entry, undoneBy: id });
    record(reversal);
    return [{ ...entry, undoneBy: id }, reversal];
  };

  const undo: NonNullable<Calls['moderation:undo']> = ({ entryIds }) => {
    const open = journal.filter(
      (one) => one.undoneBy === undefined && one.status === 'done' && reverses[one.action.type],
    );
    const wanted =
      entryIds === undefined ? [open.at(-1)] : journal.filter((one) => entryIds.includes(one.id));
    const entries = wanted.flatMap(undoOne);
    return entries.length === 0 ? err(unknownEntry()) : ok({ entries, refused: [] });
  };

  const openRoom = (roomId: string) => {
    state.patch('rooms', { [roomKeyOf(roomId)]: newRoom(roomId, now()) });
    return { roomKey: roomKeyOf(roomId) };
  };

  return {
    'state:get': ({ topic }) => ok(state.get(topic)),
    'state:all': () => ok(state.all()),
    'settings:set': ({ patch }) => {
      state.patch('settings', { ...patch });
      state.values.settings = {
        ...state.values.settings,
        ...(patch as Partial<typeof state.values.settings>),
      };
      return ok(state.values.settings);
    },
    'app:diagnostics': () => ok({ report: 'Livedeck 0.1.0, browser host\n', dataDir: '/data' }),
    'rehearsal:start': ({ audience = 'busy' }) => {
      state.patch('app', { firstStart: false });
      state.patch('accounts', { [ACCOUNT]: account });
      state.patch('rehearsal', { running: rehearsalOf(audience) });
      return ok(rehearsalOf(audience));
    },
    'rehearsal:set-audience': ({ audience }) => {
      state.patch('rehearsal', { running: rehearsalOf(audience) });
      return ok(rehearsalOf(audience));
    },
    'rehearsal:stop': () => {
      state.patch('rehearsal', { running: null });
      state.patch('rooms', Object.fromEntries(Object.keys(state.values.rooms).map((key) => [key, null])));
      state.patch('accounts', { [ACCOUNT]: null });
      return ok({});
    },
    'room:open': ({ roomId }) => ok(openRoom(roomId)),
    'room:close': ({ roomKey }) => {
      state.patch('rooms', { [roomKey]: null });
      return ok({});
    },
    'room:say': ({ roomKey, text, danmaku = false }) => {
      const id = `own-${nextId()}`;
      const base = { id, at: now(), receivedAt: now() };
      const person = { userId: account.userId, nick: account.nick, role: 'vj' as const };
      feed(roomKey, [
        { ...base, kind: 'comment', person, text: text.trim(), danmaku, own: true, verdict: cleanVerdict },
      ]);
      return ok({ itemId: id });
    },
    'feed:recent': ({ roomKey, limit = 200, before }) => {
      const all = history.get(roomKey) ?? [];
      const end =
        before === undefined
          ? all.length
          : Math.max(
              0,
              all.findIndex((item) => item.id === before),
            );
      const start = Math.max(0, end - limit);
      const hidden = { itemIds: [], users: {} };
      return ok({ items: all.slice(start, end), more: start > 0, hidden });
    },
    'moderation:act': (input) => actMany({ acts: [input], reason: input.reason }),
    'moderation:act-many': actMany,
    'history:search': ({ text = '', rooms, userId, limit = 50 }) => {
      const hits = [...history].flatMap(([roomKey, items]) =>
        items.flatMap((item) => (item.kind === 'comment' ? [{ roomKey, roomName: roomKey, item }] : [])),
      );
      const found = hits.filter(
        ({ roomKey, item }) =>
          (rooms === undefined || rooms.includes(roomKey)) &&
          (userId === undefined || item.person.userId === userId) &&
          item.text.toLowerCase().includes(text.toLowerCase()),
      );
      return ok({ hits: found.slice(-limit).reverse() });
    },
    'moderation:undo': undo,
    'moderation:retry': async ({ entryId }) => {
      const entry = journal.find((one) => one.id === entryId);
      const room = entry === undefined ? undefined : state.values.rooms[entry.roomKey];
      if (entry === undefined || room === undefined) return err(unknownEntry());
      const error = refusals.call?.('moderation:act', { action: entry.action, roomKey: entry.roomKey });
      const again = entryFor({ ...entry, original: entry.original, room, error });
      if (error === undefined) takeEffect(entry.action, entry.roomKey);
      record(again);
      return ok({ entries: [again] });
    },
    'held:decide': ({ ids, decision }) => {
      const approved = decision.startsWith('approve');
      for (const id of ids) {
        const held = state.values.held[id];
        if (held === undefined) continue;
        state.patch('held', { [id]: null });
        const { roomKey, item } = held;
        if (approved) tell('feed:verdict', { roomKey, itemId: item.id, verdict: cleanVerdict });
        else tell('feed:purge', { roomKey, itemIds: [item.id], hidden: true });
        if (decision === 'deny-and-mute') setMute(roomKey, item.person.userId, now() + 600_000);
      }
      const outcome = approved ? ('approved' as const) : ('denied' as const);
      const end = { outcome, released: approved, by: 'vj', at: now(), first: true, allowed: [] };
      return ok({ results: ids.map((id) => ({ id, ...end })) });
    },
    'journal:recent': ({ limit = 200 }) => ok({ entries: journal.slice(-limit) }),
    'journal:find': ({ filter, limit = 200 }) => {
      const entries = journal
        .filter(
          (one) =>
            (filter.status === undefined || one.status === filter.status) &&
            (filter.types === undefined || filter.types.includes(one.action.type)),
        )
        .toReversed();
      return ok({ entries: entries.slice(0, limit), more: entries.length > limit });
    },
    'journal:names': () => ok({ actors: [account.userId], rooms: [] }),
    'overlay:url': ({ overlayId }) => ok({ url: `http://127.0.0.1:9/overlay/${overlayId}/abcdefgh` }),
    'app:report-error': () => ok({}),
  };
};
