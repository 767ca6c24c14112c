import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import type { RoomInfoView, RoomLine } from '../../../../main/contract/models/room-info.ts';
import type { Bridge } from '../../bridge/index.ts';
import type { Toasts } from '../toasts/index.ts';

/** What is open under a room's line. */
export type RoomPart = 'edit' | 'admins' | 'dissolve';

/** The rooms of one account as far as they were asked for. */
export type RoomsState = {
  /** The account that the page was asked to show. */
  readonly chosen: string | null;
  readonly accountId: string | null;
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly rooms: readonly RoomLine[];
  readonly total: number;
  readonly cursor: string | undefined;
  readonly error: AppError | undefined;
  readonly part: { readonly roomId: string; readonly part: RoomPart } | null;
  /** Rooms whose "mute all" is on its way. */
  readonly muting: ReadonlySet<string>;
};

export const emptyRooms: RoomsState = {
  chosen: null,
  accountId: null,
  status: 'idle',
  rooms: [],
  total: 0,
  cursor: undefined,
  error: undefined,
  part: null,
  muting: new Set(),
};

/** Another page at the end. A room that moved between two pages is listed once, as last told. */
export const withPage = (state: RoomsState, page: CallOutput<'rooms:list'>): RoomsState => {
  const fresh = new Set(page.rooms.map(({ roomId }) => roomId));
  return {
    ...state,
    status: 'ready',
    error: undefined,
    rooms: [...state.rooms.filter(({ roomId }) => !fresh.has(roomId)), ...page.rooms],
    total: page.total,
    cursor: page.cursor,
  };
};

/** A room as it is now: changed in its place, or new at the top. */
export const withRoom = (state: RoomsState, info: RoomInfoView): RoomsState => {
  const line: RoomLine = { roomId: info.roomId, info };
  const known = state.rooms.some(({ roomId }) => roomId === info.roomId);
  return {
    ...state,
    rooms: known
      ? state.rooms.map((old) => (old.roomId === info.roomId ? line : old))
      : [line, ...state.rooms],
    total: known ? state.total : state.total + 1,
  };
};

export const withoutRoom = (state: RoomsState, roomId: string): RoomsState => {
  const rooms = state.rooms.filter((line) => line.roomId !== roomId);
  const gone = state.rooms.length - rooms.length;
  const part = state.part?.roomId === roomId ? null : state.part;
  return { ...state, rooms, part, total: Math.max(0, state.total - gone) };
};

/** Opens a part under a room; only one is open at a time, and the open one closes. */
export const withRoomPart = (state: RoomsState, roomId: string, part: RoomPart): RoomsState => ({
  ...state,
  part: state.part?.roomId === roomId && state.part.part === part ? null : { roomId, part },
});

const withMuting = (state: RoomsState, roomId: string, on: boolean): RoomsState => {
  const muting = new Set(state.muting);
  if (on) muting.add(roomId);
  else muting.delete(roomId);
  return { ...state, muting };
};

export type RoomsControl = {
  readonly state: StoreApi<RoomsState>;
  readonly choose: (accountId: string) => void;
  /** Asks for an account's rooms from the start. */
  readonly load: (accountId: string) => void;
  readonly more: () => void;
  readonly toggle: (roomId: string, part: RoomPart) => void;
  readonly muteAll: (room: RoomInfoView, on: boolean) => void;
  readonly changed: (room: RoomInfoView) => void;
  readonly gone: (roomId: string) => void;
  readonly open: (accountId: string, roomId: string) => Promise<boolean>;
};

export const createRooms = (deps: { readonly bridge: Bridge; readonly toasts: Toasts }): RoomsControl => {
  const { bridge, toasts } = deps;
  const state = createStore<RoomsState>(() => emptyRooms);

  const page = async (accountId: string, cursor: string | undefined): Promise<void> => {
    const asked = state.getState();
    state.setState({ status: 'loading', error: undefined });
    const answer = await bridge.call('rooms:list', { accountId, ...(cursor !== undefined && { cursor }) });
    const now = state.getState();
    // Meanwhile another account was chosen: this answer is not the one to show.
    if (now.accountId !== accountId || now.cursor !== asked.cursor) return;
    if (answer.ok) state.setState(withPage(now, answer.value), true);
    else state.setState({ status: 'failed', error: answer.error });
  };

  const muteAll = async (room: RoomInfoView, on: boolean): Promise<void> => {
    const { accountId } = state.getState();
    if (accountId === null) return;
    const { roomId } = room;
    state.setState((now) => withMuting(now, roomId, true), true);
    const answer = await bridge.call('rooms:edit', { accountId, roomId, muteAll: on });
    state.setState((now) => withMuting(now, roomId, false), true);
    if (answer.ok) {
      state.setState((now) => (now.accountId === accountId ? withRoom(now, answer.value.room) : now), true);
      return;
    }
    toasts.show({
      title: ({ t }) => t('failed.rooms.mute', { room: room.name }),
      troubles: [{ where: undefined, error: answer.error }],
      retry: () => void muteAll(room, on),
    });
  };

  const open = async (accountId: string, roomId: string): Promise<boolean> => {
    const answer = await bridge.call('room:open', { accountId, roomId });
    if (!answer.ok)
      toasts.show({
        title: ({ t }) => t('failed.openRoom', { room: roomId }),
        troubles: [{ where: undefined, error: answer.error }],
        retry: () => void open(accountId, roomId),
      });
    return answer.ok;
  };

  return {
    state,
    choose: (accountId) => state.setState({ chosen: accountId }),
    load: (accountId) => {
      state.setState(({ chosen }) => ({ ...emptyRooms, chosen, accountId }), true);
      void page(accountId, undefined);
    },
    more: () => {
      const { accountId, cursor, status } = state.getState();
      if (accountId !== null && status !== 'loading') void page(accountId, cursor);
    },
    toggle: (roomId, part) => state.setState((now) => withRoomPart(now, roomId, part), true),
    muteAll: (room, on) => void muteAll(room, on),
    changed: (room) => state.setState((now) => withRoom(now, room), true),
    gone: (roomId) => state.setState((now) => withoutRoom(now, roomId), true),
    open,
  };
};
