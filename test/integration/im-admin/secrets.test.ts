import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createKeyVault } from '../../../main/core/accounts/key-vault.ts';
import { createUserSigSource } from '../../../main/core/accounts/user-sig-source.ts';
import type { ImAdmin } from '../../../main/core/im-admin/im-admin.ts';
import type { DocumentFile } from '../../../main/core/ports.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import {
  type Behaviour,
  behave,
  createRestFaultServer,
  type SeenRequest,
} from '../../support/rest-fault-server.ts';
import { connectTo, createLogKeeper } from './connect.ts';

const noFile: DocumentFile = { path: '', read: () => ({}), write: () => undefined };
const noSeal = {
  kind: 'none',
  seal: () => Promise.reject(new Error()),
  unseal: () => Promise.reject(new Error()),
} as const;

/** A service that throws back everything it was sent, signature and all. */
const echo = (code: number): Behaviour => ({
  acts: false,
  respond: (response, { query, text }) => {
    const said = `bad request ?${query} with ${text} and ${query.get('usersig')}`;
    response.end(JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: said }));
  },
});

const faults: readonly Behaviour[] = [
  behave.well(),
  behave.refuse(60010),
  behave.refuse(60007),
  behave.status(502),
  behave.status(400),
  behave.htmlPage(),
  behave.halfJson(),
  behave.breakOff(),
  behave.hangUp(true),
  behave.redirect('http://127.0.0.1:1/elsewhere'),
  behave.announceHuge(),
  echo(70003),
  echo(60002),
  echo(99_999),
];

const SAID = '私密的话 my private words';

const callEverything = async (admin: ImAdmin): Promise<unknown[]> => [
  await admin.forbidSendMsg({ roomId: 'r', userIds: ['viewer7'], seconds: 60 }),
  await admin.sendGroupMsg({ roomId: 'r', elements: [{ type: 'text', text: SAID }] }),
  await admin.sendGroupSystemNotification({ roomId: 'r', text: SAID }),
  await admin.modifyGroupBaseInfo({ roomId: 'r', muteAll: true }),
  await admin.getGroupInfo({ roomIds: ['r'] }),
];

/** A text in every form in which it could slip out, cut so that a part of it is found too. */
const forms = (text: string): string[] =>
  [text, encodeURIComponent(text), Buffer.from(text).toString('hex')]
    .concat(Buffer.from(text).toString('base64'))
    .flatMap((form) => [form.slice(0, 32), form.slice(-40, -8)])
    .filter((form) => form.length >= 20);

const pem = generateKeyPairSync('ec', {
  namedCurve: 'secp256k1',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;

test.each([
  ['a SecretKey', randomBytes(32).toString('hex')],
  ['a private key', pem],
])(
  'after a run through every fault, no log line, error or result holds %s or a signature',
  async (_, key) => {
    await using server = await createRestFaultServer();
    const keeper = createLogKeeper();
    const vault = createKeyVault({
      file: noFile,
      seal: noSeal,
      randomBytes,
      now: () => 0,
      report: () => undefined,
    });
    const account = { accountId: 'acc', sdkAppId: 1400000000 };
    await vault.put({ ...account, key: { text: key }, protection: { by: 'memory' } });
    const source = createUserSigSource({
      userId: 'administrator',
      issue: (request) => vault.sign('acc', request),
      clock: createManualClock(),
      log: keeper.log,
    });
    using client = connectTo(server.url, { userSig: source.get, log: keeper.log });
    const outcomes: unknown[] = [];
    for (const fault of faults) {
      for (const command of ['forbid_send_msg', 'send_group_msg', 'send_group_system_notification'])
        server.always(command, fault);
      for (const command of ['modify_group_base_info', 'get_group_info']) server.always(command, fault);
      outcomes.push(...(await callEverything(client.admin)));
    }
    source.dispose();

    const signatures = new Set(server.seen.map(({ query }: SeenRequest) => query.get('usersig') ?? ''));
    expect(signatures.size).toBeGreaterThanOrEqual(1);
    const keyBody = key.includes('BEGIN') ? key.split('\n').slice(1, -2).join('') : key;
    const secrets = [keyBody, ...signatures].flatMap(forms);
    expect(secrets.length).toBeGreaterThan(8);
    const lines = keeper.lines.map(({ text }) => text).join('\n');
    const everything = `${lines}\n${JSON.stringify(outcomes)}\n${inspect([outcomes, client, vault, source], { depth: 12 })}`;
    expect(outcomes).toHaveLength(faults.length * 5);
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
    expect(everything).not.toContain('usersig=eJ');
    expect(everything).not.toContain('127.0.0.1');
  },
);

test('nothing that people wrote is in any log line above debug', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  for (const fault of faults) {
    for (const command of ['send_group_msg', 'send_group_system_notification']) server.always(command, fault);
    await callEverything(client.admin);
  }
  const loud = client.lines.filter(({ level }) => level !== 'debug').map(({ text }) => text);
  expect(loud.length).toBeGreaterThan(10);
  expect(loud.filter((line) => line.includes(SAID) || line.includes('viewer7'))).toEqual([]);
});
