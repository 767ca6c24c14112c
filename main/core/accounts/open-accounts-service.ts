import type { AppError, Localized } from '../../contract/app-error.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import type { VendorFailure } from '../../contract/feed-port.ts';
import { createCallQueues } from '../im-admin/call-queues.ts';
import type { Ports } from '../ports.ts';
import type { RoomBoard } from '../rooms/room-board.ts';
import { createRoomsPage } from '../rooms/rooms-page.ts';
import type { Mirror } from '../state/mirror.ts';
import { createAccountDesk } from './account-desk.ts';
import { openAccountStore } from './account-store.ts';
import { createAddAccount, keyInputOf } from './add-account.ts';
import { createConnectionTest } from './connection-test.ts';
import { createPassOffice } from './issue-pass.ts';
import { checkKey, type KeyReport } from './key-check.ts';
import { createKeyVault } from './key-vault.ts';
import type { OpenAccounts } from './open-accounts.ts';
import { createSessionOpener, type SessionParts } from './open-session.ts';
import { type RegionName, regionOfSdkAppId } from './region.ts';
import { createSecretVault } from './secret-vault.ts';
import { askServiceClock } from './service-clock.ts';
import { createTakePass } from './take-pass.ts';
import { USER_SIG_SECONDS } from './user-sig-source.ts';

/** Accounts, their secrets, passes and rooms pages, wired to the sessions they open. */
export const openAccountsService = (deps: {
  readonly ports: Ports;
  readonly accounts: OpenAccounts;
  readonly mirror: Mirror;
  readonly board: RoomBoard;
  readonly parts: SessionParts;
  readonly explain: (failure: VendorFailure) => AppError;
  readonly report: (text: Localized) => void;
}) => {
  const { ports, accounts, mirror, report } = deps;
  const { clock, randomBytes, seal } = ports;
  const { now } = clock;
  const newId = () => randomBytes(9).toString('base64url');

  const store = openAccountStore({ file: ports.openDocument('accounts'), now, report });
  const vault = createKeyVault({ file: ports.openDocument('keys'), seal, randomBytes, now, report });
  const secrets = createSecretVault({
    file: ports.openDocument('secrets'),
    seal,
    randomBytes,
    now,
    report,
  });
  const queues = createCallQueues(clock);
  const opener = createSessionOpener({ ports, vault, secrets, queues, parts: deps.parts });
  const desk = createAccountDesk({
    store,
    vault,
    secrets,
    opener,
    accounts,
    mirror,
  });
  const shared = { store, vault, secrets, desk, accounts, now, newId, randomBytes };

  return {
    vault,
    opener,
    desk,
    add: createAddAccount(shared),
    passes: { ...createPassOffice(shared), ...createTakePass(shared) },
    test: createConnectionTest({ ...deps, vault, secrets, queues }),
    rooms: createRoomsPage({
      accounts,
      onDissolved: (accountId, roomId) => {
        desk.rememberRoom(accountId, roomId, false);
        desk.dropRoom(accountId, roomId);
      },
    }),
    checkKey: async (
      input: ParsedInput<'account:check-key'>,
    ): Promise<KeyReport & { readonly region: RegionName }> => {
      const { sdkAppId, userId } = input;
      const serverTime = input.compareClock ? await askServiceClock(ports, sdkAppId) : undefined;
      const report = checkKey(keyInputOf(input.key), {
        sdkAppId,
        userId,
        expireSeconds: USER_SIG_SECONDS,
        now: now(),
        ...(serverTime !== undefined && { serverTime }),
      });
      return { ...report, region: regionOfSdkAppId(sdkAppId).name };
    },
    dispose: () => {
      vault.dispose();
      secrets.dispose();
      queues.dispose();
    },
  };
};
export type AccountsService = ReturnType<typeof openAccountsService>;
