import { expect, it } from 'vitest';
import { keyHolder } from '../../support/key-holder.ts';
import { childrenOf } from '../../support/processes.ts';
import {
  filesBelow,
  formsOf,
  formsOfPem,
  formsOfSecretKey,
  found,
  foundInFiles,
  rawForms,
  USER_SIG,
} from '../../support/secret-forms.ts';
import { makeZip } from '../../unit/accounts/keys.ts';
import { createKeychain, type Livedeck, startCloud, startLivedeck, viewerSays } from './rig.ts';

const passphrase = 'a passphrase for keys';

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
  // A bug of the panel whose words repeat the key, the worst that an error can do.
  for (const key of [secretKey, pem.privateKey, ...rawForms(Buffer.from(secretKey, 'hex'))])
    await livedeck.must('app:report-error', { message: `Error: bad ${key} at x`, where: 'panel' });
};

it('of a whole session no frame of a window or a feed process, no file, log or command line holds a key in any form', async () => {
  const cloud = await startCloud();
  const livedeck = await startLivedeck({ seal: createKeychain() });
  await session(livedeck, cloud);
  const commands = childrenOf(process.pid).map(({ command }) => command);
  const environment = JSON.stringify(process.env);
  await livedeck.stop();

  const needles = [
    ...formsOfSecretKey(cloud.secretKey),
    ...formsOfPem(cloud.pem.privateKey),
    ...formsOf(passphrase),
  ];
  // The scan itself sees a key that is there, in each of its forms.
  for (const needle of needles) expect(found(`x${needle}x`, needles).length).toBeGreaterThan(0);
  expect(livedeck.frames.length).toBeGreaterThan(50);
  expect(livedeck.frames.filter((frame) => USER_SIG.test(frame))).toEqual([]);
  expect(commands.length).toBeGreaterThan(1);
  expect(found(livedeck.frames.join('\n'), needles)).toEqual([]);
  expect(livedeck.feedFrames.length).toBeGreaterThan(20);
  expect(found(livedeck.feedFrames.join('\n'), needles)).toEqual([]);
  expect(found(commands.join('\n'), needles)).toEqual([]);
  expect(found(environment, needles)).toEqual([]);
  const files = filesBelow(livedeck.dataDir);
  const names = files.map((path) => path.slice(livedeck.dataDir.length + 1));
  for (const name of ['accounts.json', 'keys.json', 'livedeck.log', 'journal.db', 'history.db'])
    expect(names).toContain(name);
  expect(foundInFiles(files, needles)).toEqual([]);
  await cloud.stop();
});
