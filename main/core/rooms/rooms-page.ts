import { type AppError, appError } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { RoomInfoView, RoomLine } from '../../contract/models/room-info.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { accountProblems } from '../accounts/account-problems.ts';
import type { AccountSession } from '../accounts/account-session.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { RoomInfo } from '../im-admin/commands/room-lists.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';

/** Codes with which the service says that it does not know an account (tencent-im A2). */
const UNKNOWN_ACCOUNT: readonly number[] = [10012, 10019, 70107];

const notConfirmed: AppError = appError(
  'invalid-input',
  {
    en: 'What was typed is not the ID of this room. The room was not dissolved.',
    'zh-CN': '输入的内容与房间 ID 不一致，房间未解散。',
  },
  {
    remedy: {
      en: 'Type the ID exactly, capitals included.',
      'zh-CN': '请准确输入房间 ID，区分大小写。',
    },
  },
);

const noSuchRoom: AppError = appError('not-found', {
  en: 'The service does not know this room.',
  'zh-CN': '服务中没有该房间。',
});

const viewOf = ({ type: _type, faceUrl: _face, ...info }: RoomInfo): RoomInfoView => info;

/** Runs a request; where it fails because the app does not know these people yet, makes them known and runs it again. */
const knowing = async <T>(
  admin: ImAdmin,
  people: readonly string[],
  request: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const first = await request();
  if (first.ok || !UNKNOWN_ACCOUNT.includes(first.error.vendor?.code ?? 0)) return first;
  for (const userId of people) {
    const made = await admin.accountImport({ userId });
    if (!made.ok) return made;
  }
  return request();
};

/** Reads one room as the page shows it. */
const readRoom = async (admin: ImAdmin, roomId: string): Promise<Result<RoomInfoView>> => {
  const infos = await admin.getGroupInfo({ roomIds: [roomId] });
  if (!infos.ok) return infos;
  const info = infos.value[0]?.result;
  if (info === undefined) return err(noSuchRoom);
  return info.ok ? ok(viewOf(info.value)) : info;
};

/** The rooms of an app, for its key holder. */
export const createRoomsPage = (deps: {
  readonly accounts: OpenAccounts;
  /** A room is gone for good. */
  readonly onDissolved: (accountId: string, roomId: string) => void;
}) => {
  const within = async <T>(
    accountId: string,
    run: (admin: ImAdmin, session: AccountSession) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const session = deps.accounts.get(accountId);
    if (!session.ok) return session;
    const { admin } = session.value;
    return admin === undefined ? err(accountProblems.needsKey()) : run(admin, session.value);
  };

  return {
    list: ({
      accountId,
      cursor,
      limit,
    }: ParsedInput<'rooms:list'>): Promise<Result<CallOutput<'rooms:list'>>> =>
      within(accountId, async (admin) => {
        const page = await admin.getAppidGroupList({ type: 'AVChatRoom', limit, ...(cursor && { cursor }) });
        if (!page.ok) return page;
        const { roomIds, total } = page.value;
        const next = page.value.cursor === undefined ? {} : { cursor: page.value.cursor };
        if (roomIds.length === 0) return ok({ rooms: [], total, ...next });
        const infos = await admin.getGroupInfo({ roomIds: [...roomIds] });
        if (!infos.ok) return infos;
        const rooms = infos.value.map(
          ({ item: roomId, result }): RoomLine =>
            result.ok ? { roomId, info: viewOf(result.value) } : { roomId, error: result.error },
        );
        return ok({ rooms, total, ...next });
      }),

    create: ({ accountId, ...room }: ParsedInput<'rooms:create'>): Promise<Result<{ roomId: string }>> =>
      within(accountId, (admin, { identity }) => {
        const ownerId = room.ownerId ?? identity.userId;
        return knowing(admin, [ownerId], () => admin.createGroup({ ...room, ownerId }));
      }),

    edit: ({ accountId, ...change }: ParsedInput<'rooms:edit'>): Promise<Result<CallOutput<'rooms:edit'>>> =>
      within(accountId, async (admin) => {
        const changed = await admin.modifyGroupBaseInfo(change);
        if (!changed.ok) return changed;
        const room = await readRoom(admin, change.roomId);
        return room.ok ? ok({ room: room.value }) : room;
      }),

    admins: ({
      accountId,
      roomId,
      appoint,
      dismiss,
    }: ParsedInput<'rooms:admins'>): Promise<Result<CallOutput<'rooms:admins'>>> =>
      within(accountId, async (admin) => {
        // Dismissed first: a room has five places.
        for (const [userIds, isAppointing] of [
          [dismiss, false],
          [appoint, true],
        ] as const) {
          if (userIds.length === 0) continue;
          const done = await knowing(admin, userIds, () =>
            admin.modifyAdmin({ roomId, userIds, appoint: isAppointing }),
          );
          if (!done.ok) return done;
        }
        const list = await admin.getAdminList({ roomId });
        if (!list.ok) return list;
        return ok({ admins: list.value.map(({ userId, nick }) => ({ userId, nick: nick || userId })) });
      }),

    dissolve: async ({
      accountId,
      roomId,
      confirm,
    }: ParsedInput<'rooms:dissolve'>): Promise<Result<Record<string, never>>> => {
      if (confirm !== roomId) return err(notConfirmed);
      return within(accountId, async (admin) => {
        const gone = await admin.destroyGroup({ roomId });
        if (!gone.ok) return gone;
        deps.onDissolved(accountId, roomId);
        return ok({});
      });
    },
  };
};
export type RoomsPage = ReturnType<typeof createRoomsPage>;
