import { type AppError, appError } from '../../contract/app-error.ts';
import type { VendorFailure } from '../../contract/feed-port.ts';
import type { TestItem } from '../../contract/models/checks.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { CallQueues } from '../im-admin/call-queues.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import type { Ports } from '../ports.ts';
import { type RoomBoard, roomKeyOf } from '../rooms/room-board.ts';
import type { Mirror } from '../state/mirror.ts';
import type { AccountSession } from './account-session.ts';
import type { StoredAccount, StoredOf } from './account-store.ts';
import { clockItem, failedItem, featureItem, okItem, skipped, skips } from './connection-items.ts';
import { createKeyHolderClient, whereOf } from './key-holder-client.ts';
import type { KeyVault } from './key-vault.ts';
import type { OpenAccounts } from './open-accounts.ts';
import { endpointOf, identityOf } from './open-session.ts';
import { createPassSource } from './pass-source.ts';
import { type Probe, probeSession } from './probe-session.ts';
import type { SecretVault } from './secret-vault.ts';
import { USER_SIG_SECONDS } from './user-sig-source.ts';
import { createEndpointIssuer } from './usersig-endpoint.ts';

type Deps = {
  readonly ports: Ports;
  readonly vault: KeyVault;
  readonly secrets: SecretVault;
  readonly queues: CallQueues;
  readonly accounts: OpenAccounts;
  readonly mirror: Mirror;
  readonly board: RoomBoard;
  readonly explain: (failure: VendorFailure) => AppError;
};

const NOT_ADMIN = 60010;

const notYet: AppError = appError(
  'not-ready',
  { en: 'Still connecting.', 'zh-CN': '仍在连接。' },
  { remedy: { en: 'Test again in a moment.', 'zh-CN': '请稍后再次测试。' }, retryable: true },
);

/** Whether the service judged the request, which it can do only where it was reached. */
const wasReached = (result: Result<unknown>): boolean => result.ok || result.error.vendor !== undefined;

/** The features of an edition, each tried by reading: nothing in the room is changed. */
const testFeatures = async (admin: ImAdmin, roomId: string | undefined): Promise<readonly TestItem[]> => {
  const judge = (id: TestItem['id'], result: Result<unknown>) =>
    result.ok ? okItem(id) : featureItem(id, result.error);
  const inRoom = async (id: TestItem['id'], ask: (room: string) => Promise<Result<unknown>>) =>
    roomId === undefined ? skipped(id, skips.noRoom) : judge(id, await ask(roomId));
  return Promise.all([
    inRoom('ban', (room) => admin.getGroupBanMember({ roomId: room, limit: 1 })),
    inRoom('counters', (room) => admin.getGroupCounter({ roomId: room })),
    inRoom('members', (room) => admin.getMembers({ roomId: room })),
    admin.getLocalAuditKeywords().then((result) => judge('keywords', result)),
  ]);
};

type AdminPart = { readonly items: readonly TestItem[]; readonly roomId: string | undefined };

const withoutAdmin = (text = skips.noKey): AdminPart => ({
  roomId: undefined,
  items: (['rest', 'admin', 'clock', 'ban', 'counters', 'members', 'keywords'] as const).map((id) =>
    skipped(id, text),
  ),
});

const testAdmin = async (
  admin: ImAdmin,
  skewMs: () => number,
  wished: string | undefined,
): Promise<AdminPart> => {
  const list = await admin.getAppidGroupList({ type: 'AVChatRoom', limit: 1 });
  const rest = wasReached(list) ? okItem('rest') : undefined;
  if (!list.ok) {
    const { items } = withoutAdmin(skips.notReached);
    const known = [
      rest ?? failedItem('rest', list.error),
      rest === undefined ? skipped('admin', skips.notReached) : failedItem('admin', list.error),
      rest === undefined ? skipped('clock', skips.notReached) : clockItem(skewMs()),
    ];
    const isOnlyAdmin = list.error.vendor?.code === NOT_ADMIN;
    return { roomId: isOnlyAdmin ? wished : undefined, items: [...known, ...items.slice(known.length)] };
  }
  const roomId = wished ?? list.value.roomIds[0];
  const features = await testFeatures(admin, roomId);
  return { roomId, items: [okItem('rest'), okItem('admin'), clockItem(skewMs()), ...features] };
};

/** The connection test of the accounts page. */
export const createConnectionTest = (deps: Deps) => {
  const { ports, vault, secrets, accounts, mirror, board } = deps;
  const { clock } = ports;

  /** A UserSig made now, which shows that one can be made. */
  const freshUserSig = async (stored: StoredAccount): Promise<Result<string>> => {
    const request = { userId: stored.userId, expireSeconds: USER_SIG_SECONDS, now: clock.now() };
    if (stored.kind === 'usersig-endpoint')
      return createEndpointIssuer(endpointOf(stored, secrets, ports))(request);
    if (stored.kind === 'key-holder') return vault.sign(stored.id, request);
    const { expiresAt } = stored.pass;
    return createPassSource({ read: () => secrets.read(stored.id), expiresAt, now: clock.now }).get();
  };

  const checkSignature = async (stored: StoredAccount, userSig: Result<string>): Promise<TestItem> => {
    if (!userSig.ok) return failedItem('signature', userSig.error);
    if (stored.kind !== 'key-holder') return okItem('signature');
    const { adminUserId: userId } = stored;
    const report = await vault.check(stored.id, {
      userId,
      expireSeconds: USER_SIG_SECONDS,
      now: clock.now(),
    });
    if (!report.ok) return failedItem('signature', report.error);
    const bad = report.value.findings.find(({ level }) => level === 'fail');
    if (bad === undefined) return okItem('signature');
    return { id: 'signature', state: 'fail', text: bad.text, ...(bad.remedy && { remedy: bad.remedy }) };
  };

  const adminPart = async (
    stored: StoredOf<'key-holder'>,
    session: AccountSession | undefined,
    wished: string | undefined,
  ): Promise<AdminPart> => {
    if (session?.admin !== undefined) return testAdmin(session.admin, session.skewMs, wished);
    const { id: accountId, sdkAppId, userId, adminUserId } = stored;
    const client = createKeyHolderClient(deps, {
      accountId,
      sdkAppId,
      userId,
      adminUserId,
      where: whereOf(stored),
    });
    try {
      return await testAdmin(client.admin, client.skewMs, wished);
    } finally {
      client.dispose();
    }
  };

  /** An open session is looked at, for a second one of the same user would throw it out. */
  const lookAt = (accountId: string, roomId: string | undefined): Probe => {
    const state = mirror.get('accounts')[accountId]?.session;
    const room = roomId === undefined ? undefined : board.get(roomKeyOf(accountId, roomId));
    const socket =
      state?.state === 'ready' ? ok(null) : err(state?.state === 'failed' ? state.error : notYet);
    if (room === undefined) return { socket, room: undefined };
    const { connection } = room;
    if (connection.state === 'live') return { socket, room: ok(null) };
    return { socket, room: err(connection.state === 'failed' ? connection.error : notYet) };
  };

  const socketItems = (probe: Probe): readonly TestItem[] => {
    const socket = probe.socket.ok ? okItem('socket') : failedItem('socket', probe.socket.error);
    if (!probe.socket.ok) return [socket, skipped('room', skips.notReached)];
    if (probe.room === undefined) return [socket, skipped('room', skips.openFirst)];
    return [socket, probe.room.ok ? okItem('room') : failedItem('room', probe.room.error)];
  };

  const roomAtHand = (stored: StoredAccount, session: AccountSession | undefined): string | undefined => {
    if (session !== undefined) return board.all().find((room) => room.accountId === stored.id)?.roomId;
    return stored.kind === 'pass' ? stored.pass.rooms[0] : stored.rooms[0];
  };

  return async (stored: StoredAccount, wished: string | undefined): Promise<readonly TestItem[]> => {
    const opened = accounts.get(stored.id);
    const session = opened.ok ? opened.value : undefined;
    const userSig = await freshUserSig(stored);
    const signature = await checkSignature(stored, userSig);
    if (!userSig.ok || signature.state === 'fail') {
      const rest = withoutAdmin(skips.notReached).items;
      return [signature, ...rest, skipped('socket', skips.notReached), skipped('room', skips.notReached)];
    }
    const testAdmins = () =>
      stored.kind === 'key-holder' ? adminPart(stored, session, wished) : Promise.resolve(withoutAdmin());
    const testSocket = (roomId: string | undefined) =>
      session === undefined
        ? probeSession(ports, identityOf(stored), userSig.value, roomId, deps.explain)
        : Promise.resolve(lookAt(stored.id, roomId));
    const offered = wished ?? roomAtHand(stored, session);
    if (offered !== undefined) {
      const [admin, probe] = await Promise.all([testAdmins(), testSocket(offered)]);
      return [signature, ...admin.items, ...socketItems(probe)];
    }
    // Which rooms there are, only the admin interface tells.
    const admin = await testAdmins();
    const probe = await testSocket(session === undefined ? admin.roomId : undefined);
    return [signature, ...admin.items, ...socketItems(probe)];
  };
};
export type ConnectionTest = ReturnType<typeof createConnectionTest>;
