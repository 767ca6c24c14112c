import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { childrenOf } from '../../support/processes.ts';
import { makeZip } from '../../unit/accounts/keys.ts';
import { createKeychain, keyHolder, type Livedeck, startCloud, startLivedeck, viewerSays } from './rig.ts';

const passphrase = 'a passphrase for keys';

const bodyOf = (pem: string) => pem.replace(/-----[^-]+-----/g, '').trim();

/** Every form in which a secret could be carried or written. */
const formsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  const oneLine = secret.replace(/\s/g, '');
  return [
    ...[secret, oneLine, JSON.stringify(secret).slice(1, -1), secret.toUpperCase()],
    ...[bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')],
    ...[encodeURIComponent(secret), Buffer.from(oneLine).toString('base64').replace(/=+$/, '')],
  ];
};

const rawForms = (hexOrBase64: Buffer): readonly string[] => [
  hexOrBase64.toString('hex'),
  hexOrBase64.toString('base64').replace(/=+$/, ''),
  hexOrBase64.toString('base64url'),
];

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

/** A UserSig is deflated JSON in the vendor's base64, and so begins like this. */
const USER_SIG = /eJ[\w*-]{80,}/;

/** Which of the needles are in a text, by number, so that a failing test does not print the key. */
const found = (text: string, needles: readonly string[]): readonly number[] =>
  needles.flatMap((needle, index) => (text.includes(needle) ? [index] : []));

const session = async (livedeck: Livedeck, cloud: Awaited<ReturnType<typeof startCloud>>) => {
  const { secretKey, pem, sdkAppId } = cloud;
  const zip = Buffer.from(makeZip({ private_key: pem.privateKey, public_key: pem.publicKey }));
  const v1 = { fileBase64: zip.toString('base64') };
  await livedeck.must('account:check-key', { sdkAppId, key: { text: secretKey } });
  await livedeck.must('account:check-key', { sdkAppId, key: v1 });
  await livedeck.call('account:check-key', { sdkAppId, key: { text: `${secretKey}0` } });
  const first = await livedeck.must('account:add', {
    ...keyHolder(cloud),
    protection: { by: 'passphrase', passphrase },
  });
  await livedeck.call('account:add', keyHolder(cloud));
  const second = await livedeck.must('account:add', {
    ...keyHolder(cloud, v1),
    userId: 'second-host',
    protection: { by: 'os' },
  });
  for (const { accountId } of [first, second]) {
    await livedeck.ready(accountId);
    const { roomKey } = await livedeck.must('room:open', { accountId, roomId: 'night-show' });
    await livedeck.live(roomKey);
    await viewerSays(cloud, 'night-show', 'viewer', `for ${accountId}`);
    await livedeck.untilItem((item) => item.kind === 'comment' && item.text === `for ${accountId}`);
    await livedeck.must('room:say', { roomKey, text: 'hello' });
    const mute = { type: 'mute', userId: 'viewer', nick: 'viewer', seconds: 1 } as const;
    await livedeck.must('moderation:act', { action: mute, rooms: [roomKey] });
    await livedeck.must('account:test', { accountId, roomId: 'night-show' });
    await livedeck.must('rooms:list', { accountId });
    const pass = {
      accountId,
      userId: 'mod',
      rooms: ['night-show'],
      may: ['mute' as const],
      expiresInSeconds: 600,
    };
    await livedeck.must('pass:issue', { ...pass, passphrase: 'another passphrase' });
  }
  await livedeck.must('account:close', { accountId: first.accountId });
  await livedeck.call('account:unlock', { accountId: first.accountId, passphrase: 'wrong passphrase' });
  await livedeck.must('account:unlock', { accountId: first.accountId, passphrase });
  await livedeck.ready(first.accountId);
  for (const topic of ['app', 'accounts', 'rooms', 'rehearsal', 'settings'] as const)
    await livedeck.state(topic);
  await livedeck.must('journal:recent', {});
};

it('of a whole session no frame, file, log or command line holds a key in any form', async () => {
  const cloud = await startCloud();
  const livedeck = await startLivedeck({ seal: createKeychain() });
  await session(livedeck, cloud);
  const commands = childrenOf(process.pid).map(({ command }) => command);
  const environment = JSON.stringify(process.env);
  await livedeck.stop();

  const { privateKey } = cloud.pem;
  const needles = [
    ...formsOf(cloud.secretKey),
    ...rawForms(Buffer.from(cloud.secretKey, 'hex')),
    ...formsOf(privateKey),
    ...formsOf(bodyOf(privateKey)),
    ...bodyOf(privateKey)
      .split('\n')
      .filter((line) => line.length > 20),
    ...rawForms(Buffer.from(bodyOf(privateKey), 'base64')),
    ...formsOf(passphrase),
  ];
  // The scan itself sees a key that is there, in each of its forms.
  for (const needle of needles) expect(found(`x${needle}x`, needles).length).toBeGreaterThan(0);
  expect(livedeck.frames.length).toBeGreaterThan(50);
  expect(livedeck.frames.filter((frame) => USER_SIG.test(frame))).toEqual([]);
  expect(commands.length).toBeGreaterThan(1);
  expect(found(livedeck.frames.join('\n'), needles)).toEqual([]);
  expect(found(commands.join('\n'), needles)).toEqual([]);
  expect(found(environment, needles)).toEqual([]);
  const files = filesBelow(livedeck.dataDir);
  const names = files.map((path) => path.slice(livedeck.dataDir.length + 1));
  for (const name of ['accounts.json', 'keys.json', 'livedeck.log', 'journal.db', 'history.db'])
    expect(names).toContain(name);
  for (const path of files) {
    const bytes = readFileSync(path);
    expect([path, found(bytes.toString('latin1'), needles)]).toEqual([path, []]);
    expect([path, found(bytes.toString('utf16le'), needles)]).toEqual([path, []]);
  }
  await cloud.stop();
});
