import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { createSdkClient, failureOf, type SdkClient, signIn } from './sdk-client.ts';

let rehearsal: Rehearsal;
const clients: SdkClient[] = [];
const open = (options = {}): SdkClient => {
  const client = createSdkClient(rehearsal, options);
  clients.push(client);
  return client;
};
const enter = async (userId: string, options = {}): Promise<SdkClient> => {
  const client = await signIn(rehearsal, userId, options);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  rehearsal = await startRehearsal(['--seed', '11']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

type SigApi = { genSig(userId: string, expire: number, userBuf: null): string };
const vendor = createRequire(import.meta.url)('tls-sig-api-v2') as {
  readonly Api: new (app: number, key: string) => SigApi;
};

describe('a login with the real SDK', () => {
  test('reaches SDK_READY and gives what the SDK builds on', async () => {
    const client = open();
    const { data } = await client.chat.login({ userID: 'ann', userSig: rehearsal.userSig('ann') });
    await client.event('SDK_READY');
    expect(data).toMatchObject({ actionStatus: 'OK', errorCode: 0, helloInterval: 120 });
    expect(data.tinyID).toMatch(/^144115\d{12}$/);
    expect(data.instanceID).toBeGreaterThan(0);
    expect(Math.abs(client.chat.getServerTime() - Date.now())).toBeLessThan(1_500);
  });

  test('sends no request over and over: black list and conversation list are answered to the end', async () => {
    await rehearsal.controlCall('metrics/reset', {});
    const client = await enter('loops');
    await client.chat.getMyProfile();
    await client.chat.joinGroup({ groupID: 'game-arena' });
    const { counts } = await rehearsal.controlCall<{ counts: Record<string, number> }>('metrics');
    expect(counts.socketRequests).toBeLessThan(30);
  });

  test('uses no request that the service does not know', async () => {
    await enter('known');
    expect(await rehearsal.controlCall('unknown-commands')).toEqual({ servcmds: [] });
  });

  test('works with text frames in devMode', async () => {
    const client = await enter('dev', { devMode: true });
    expect(client.chat.isReady()).toBe(true);
  });

  test('has the features of the edition at once, not only after the SDK asks for them', async () => {
    const client = await enter('bits');
    await client.chat.joinGroup({ groupID: 'night-show' });
    const { data } = await client.chat.setGroupCounters({ groupID: 'night-show', counters: { hearts: 3 } });
    expect(data.counters).toEqual({ hearts: 3 });
  });

  test.each([
    ['70001 for an expired UserSig', 70001, () => rehearsal.userSig('ann', 60, Date.now() - 61_000)],
    ['70003 for one that was cut short', 70003, () => rehearsal.userSig('ann').slice(0, 40)],
    ['70003 for noise', 70003, () => 'not a signature'],
    [
      '70009 for one signed with another key',
      70009,
      () => new vendor.Api(rehearsal.sdkAppId, 'x'.repeat(64)).genSig('ann', 60, null),
    ],
    ['70013 for the UserSig of someone else', 70013, () => rehearsal.userSig('bob')],
    [
      '70014 for the UserSig of another app',
      70014,
      () => new vendor.Api(1_400_000_000, rehearsal.secretKey).genSig('ann', 60, null),
    ],
  ])('is refused with %s', async (_name, code, userSig) => {
    const client = open();
    const failure = await failureOf(() => client.chat.login({ userID: 'ann', userSig: userSig() }));
    expect(failure.code).toBe(code);
    expect(failure.message).not.toBe('');
  });

  test('is refused with 70020 for an app that is not here', async () => {
    const client = createSdkClient({ ...rehearsal, sdkAppId: 1_400_999_999 });
    clients.push(client);
    const failure = await failureOf(() =>
      client.chat.login({ userID: 'ann', userSig: rehearsal.userSig('ann') }),
    );
    expect(failure.code).toBe(70020);
  });

  test('is refused with 70051 for a blacklisted account', async () => {
    await rehearsal.controlCall('blacklist', { userId: 'banished', blacklisted: true });
    const client = open();
    const failure = await failureOf(() =>
      client.chat.login({ userID: 'banished', userSig: rehearsal.userSig('banished') }),
    );
    expect(failure.code).toBe(70051);
  });

  test('is refused with 70050 after too many forged ones, even if the next is good', async () => {
    const client = open();
    const forged = new vendor.Api(rehearsal.sdkAppId, 'y'.repeat(64)).genSig('target', 60, null);
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await failureOf(() => client.chat.login({ userID: 'target', userSig: forged }));
    }
    const good = await failureOf(() =>
      client.chat.login({ userID: 'target', userSig: rehearsal.userSig('target') }),
    );
    expect(good.code).toBe(70050);
  });

  test('may follow a refused one at once', async () => {
    const client = open();
    await failureOf(() => client.chat.login({ userID: 'second', userSig: 'x' }));
    await client.enter('second');
    expect(client.chat.isReady()).toBe(true);
  });

  test('may follow a logout on the same socket', async () => {
    const client = await enter('again');
    await client.chat.logout();
    await client.event('SDK_NOT_READY');
    await client.enter('again');
    await client.chat.joinGroup({ groupID: 'game-arena' });
    expect(client.chat.isReady()).toBe(true);
  });
});

describe('someone who is logged in is sent away', () => {
  test('when the same user logs in elsewhere', async () => {
    const first = await enter('twice');
    const second = await enter('twice');
    const { data } = await first.event('KICKED_OUT');
    expect(data).toMatchObject({ type: 'multipleAccount' });
    expect((await failureOf(() => first.chat.getMyProfile())).code).toBe(3003);
    expect(second.chat.isReady()).toBe(true);
  });

  test('but not when the app allows two instances', async () => {
    await rehearsal.controlCall('settings', { webInstances: 2 });
    const first = await enter('pair');
    await enter('pair');
    await first.chat.joinGroup({ groupID: 'night-show' });
    await rehearsal.controlCall('settings', { webInstances: 1 });
    expect(first.chat.isReady()).toBe(true);
  });

  test.each([
    ['multipleAccount', 'multipleAccount', 3003],
    ['multipleDevice', 'multipleDevice', 3002],
    ['restApi', 'REST_API_Kick', 3006],
  ])('by the control API as %s', async (kind, type, code) => {
    const client = await enter(`kick-${kind}`);
    await rehearsal.controlCall('kick', { userId: `kick-${kind}`, kind });
    expect((await client.event('KICKED_OUT')).data).toMatchObject({ type });
    expect((await failureOf(() => client.chat.getMyProfile())).code).toBe(code);
  });

  test('by the REST command kick, and only a UserSig made after it lets them in again', async () => {
    const client = await enter('kicked');
    await rehearsal.restCall('im_open_login_svc/kick', { UserID: 'kicked' });
    expect((await client.event('KICKED_OUT')).data).toMatchObject({ type: 'REST_API_Kick' });
    await client.enter('kicked');
    expect((await client.chat.getMyProfile()).code).toBe(0);
  });

  test('with 70052 when the UserSig is older than the kick', async () => {
    const old = open();
    const userSig = rehearsal.userSig('revoked', 86_400, Date.now() - 5_000);
    await rehearsal.restCall('im_open_login_svc/account_import', { UserID: 'revoked' });
    await rehearsal.restCall('im_open_login_svc/kick', { UserID: 'revoked' });
    const failure = await failureOf(() => old.chat.login({ userID: 'revoked', userSig }));
    expect(failure.code).toBe(70052);
  });

  test('when the UserSig expires in mid-session', async () => {
    const client = await enter('expiring');
    await client.chat.joinGroup({ groupID: 'night-show' });
    await rehearsal.controlCall('expire', { userId: 'expiring' });
    expect((await client.event('KICKED_OUT')).data).toMatchObject({ type: 'userSigExpired' });
    await client.enter('expiring');
    await client.chat.joinGroup({ groupID: 'night-show' });
    expect(client.chat.isReady()).toBe(true);
  });

  test('when the UserSig runs out by itself', async () => {
    const client = open();
    await client.chat.login({ userID: 'brief', userSig: rehearsal.userSig('brief', 1) });
    await client.event('SDK_READY');
    await client.chat.joinGroup({ groupID: 'night-show' });
    expect((await client.event('KICKED_OUT')).data).toMatchObject({ type: 'userSigExpired' });
  });
});

describe('profiles', () => {
  test('of oneself and of others are what was set, by the SDK or by REST', async () => {
    const client = await enter('face');
    await client.chat.updateMyProfile({ nick: 'Face', avatar: 'https://x.example.com/f.png' });
    const name = { Tag: 'Tag_Profile_IM_Nick', Value: '小雨' };
    await rehearsal.restCall('im_open_login_svc/account_import', { UserID: 'rain' });
    await rehearsal.restCall('profile/portrait_set', { From_Account: 'rain', ProfileItem: [name] });
    const { data } = await client.chat.getUserProfile({ userIDList: ['rain'] });
    expect(data).toMatchObject([{ userID: 'rain', nick: '小雨' }]);
    const own = await rehearsal.restCall('profile/portrait_get', {
      To_Account: ['face'],
      TagList: ['Tag_Profile_IM_Nick'],
    });
    expect(own.UserProfileItem).toMatchObject([
      { ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'Face' }] },
    ]);
  });
});
