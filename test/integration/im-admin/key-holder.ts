import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Result } from '../../../main/contract/result.ts';
import { createKeyVault, type KeyVault } from '../../../main/core/accounts/key-vault.ts';
import { createUserSigSource } from '../../../main/core/accounts/user-sig-source.ts';
import type { AdminError } from '../../../main/core/im-admin/admin-error.ts';
import type { QueueTimer } from '../../../main/core/im-admin/call-queue.ts';
import { createImAdmin, type ImAdmin, type ImAdminOptions } from '../../../main/core/im-admin/im-admin.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { createLogKeeper, type LogLine } from './connect.ts';

type Room = {
  id: string;
  muteAll?: boolean;
  mutes: { userId: string; until: number }[];
  bans: { userId: string }[];
  log: { kept: number };
  lastMessages: unknown[];
};

export type KeyHolder = Readonly<{
  service: Rehearsal;
  vault: KeyVault;
  /** A client that signs with the key `v1`, `v2` or `wrong`. */
  connect: (key: string, extra?: Partial<ImAdminOptions>) => ImAdmin;
  /** What the service knows of a room. */
  look: (roomId: string) => Promise<Room | undefined>;
  lines: readonly LogLine[];
  privateKey: string;
  stop: () => Promise<void>;
}>;

/** Pauses between tries pass twenty times as fast; time itself and the time-out do not. */
const hurried: QueueTimer = {
  ...systemClock,
  setTimeout: (run, ms) => setTimeout(run, ms < 5_000 ? ms / 20 : ms),
};

const noKeychain = {
  kind: 'none',
  seal: () => Promise.reject(new Error('no keychain')),
  unseal: () => Promise.reject(new Error('no keychain')),
} as const;

const makePair = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'secp256k1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const fillVault = async ({ sdkAppId, secretKey }: Rehearsal, pair: ReturnType<typeof makePair>) => {
  const file = { path: '', read: () => ({}), write: () => undefined };
  const vault = createKeyVault({
    file,
    seal: noKeychain,
    randomBytes,
    now: Date.now,
    report: () => undefined,
  });
  const zip = zipSync({ private_key: strToU8(pair.privateKey), public_key: strToU8(pair.publicKey) });
  const keys = { v2: { text: secretKey }, v1: { file: zip }, wrong: { text: 'f'.repeat(64) } };
  for (const [accountId, key] of Object.entries(keys))
    await vault.put({ accountId, sdkAppId, key, protection: { by: 'memory' } });
  return vault;
};

/** The rehearsal service, and a key holder of its app as the product builds one: vault, UserSig source, client. */
export const openKeyHolder = async (): Promise<KeyHolder> => {
  const pair = makePair();
  const folder = mkdtempSync(join(tmpdir(), 'livedeck-v1-'));
  const publicKeyFile = join(folder, 'public_key');
  writeFileSync(publicKeyFile, pair.publicKey);
  const service = await startRehearsal(['--v1-public-key', publicKeyFile]);
  const vault = await fillVault(service, pair);
  const { log, lines } = createLogKeeper();
  const opened: { dispose: () => void }[] = [];

  const connect = (key: string, extra: Partial<ImAdminOptions> = {}): ImAdmin => {
    const adminUserId = extra.adminUserId ?? service.admin;
    const issue = (request: Parameters<KeyVault['sign']>[1]) => vault.sign(key, request);
    const source = createUserSigSource({ userId: adminUserId, issue, clock: systemClock, log });
    const admin = createImAdmin({
      sdkAppId: service.sdkAppId,
      userSig: source.get,
      onServerTime: source.observeServerTime,
      fetch,
      clock: hurried,
      random: () => randomInt(2 ** 32) / 2 ** 32,
      log,
      ...extra,
      adminUserId,
      baseUrl: service.rest,
    });
    opened.push(source, admin);
    return admin;
  };

  return {
    service,
    vault,
    connect,
    look: async (roomId) => {
      const { rooms } = await service.controlCall<{ rooms: Room[] }>('state');
      return rooms.find(({ id }) => id === roomId);
    },
    lines,
    privateKey: pair.privateKey,
    stop: async () => {
      for (const one of opened) one.dispose();
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
};

/** `done`, the vendor's code, or the kind of failure. */
export const codeOf = (result: Result<unknown, AdminError>): number | string =>
  result.ok ? 'done' : (result.error.vendor?.code ?? result.error.code);
