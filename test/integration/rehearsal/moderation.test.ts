import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { failureOf, type SdkClient, type SdkMessage, signIn } from './sdk-client.ts';

let rehearsal: Rehearsal;
const clients: SdkClient[] = [];
const enter = async (userId: string, roomId: string, options = {}): Promise<SdkClient> => {
  const client = await signIn(rehearsal, userId, options);
  clients.push(client);
  await client.chat.joinGroup({ groupID: roomId });
  return client;
};
const rest = (command: string, body: Record<string, unknown>) =>
  rehearsal.restCall(`group_open_http_svc/${command}`, body);
const isTip = (type: number) => (message: SdkMessage) =>
  message.type === 'TIMGroupTipElem' && message.payload.operationType === type;
const codeOf = async (work: () => Promise<unknown>): Promise<number> => (await failureOf(work)).code;

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '20']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('a ban', () => {
  test('takes the victim out at once, tells the room, and keeps them out until it is lifted', async () => {
    const victim = await enter('villain', 'music-live');
    const viewer = await enter('onlooker', 'music-live');
    await viewer.say('music-live', 'warm up');
    await rest('ban_group_member', {
      GroupId: 'music-live',
      Members_Account: ['villain'],
      Duration: 3_600,
      Description: 'spam',
    });
    const notice = await victim.message((message) => message.type === 'TIMGroupSystemNoticeElem');
    expect(notice.payload).toMatchObject({ operationType: 21 });
    const tip = await viewer.message(isTip(10));
    expect(tip.payload).toMatchObject({ userIDList: ['villain'], duration: 3_600, reason: 'spam' });
    expect(await codeOf(() => victim.chat.joinGroup({ groupID: 'music-live' }))).toBe(10007);
    await rest('unban_group_member', { GroupId: 'music-live', Members_Account: ['villain'] });
    await viewer.message(isTip(11));
    expect((await victim.chat.joinGroup({ groupID: 'music-live' })).data.status).toBe('JoinedSuccess');
  });

  test('is open to the owner with the SDK, and to nobody else', async () => {
    const owner = await enter('xiaoyue', 'book-corner');
    const viewer = await enter('reader', 'book-corner');
    const ban = { groupID: 'book-corner', userIDList: ['noisy'], duration: 60, reason: 'noise' };
    expect(await codeOf(() => viewer.chat.deleteGroupMember({ ...ban }))).toBe(10007);
    await owner.chat.deleteGroupMember({ ...ban });
    const { BannedAccountList } = await rest('get_group_ban_member', { GroupId: 'book-corner' });
    expect(BannedAccountList).toMatchObject([{ Member_Account: 'noisy' }]);
  });

  test('and counters are not for sale in the standard edition', async () => {
    await rehearsal.controlCall('settings', { edition: 'standard' });
    const client = await enter('thrifty', 'book-corner');
    const ban = { groupID: 'book-corner', userIDList: ['x'], duration: 60 };
    expect(await codeOf(() => client.chat.deleteGroupMember(ban))).toBe(3122);
    expect(
      await codeOf(() => client.chat.setGroupCounters({ groupID: 'book-corner', counters: { a: 1 } })),
    ).toBe(3122);
    await rehearsal.controlCall('settings', { edition: 'pro' });
  });
});

describe('the SDK as a moderator', () => {
  test('mutes a viewer as the owner, and may not as a viewer', async () => {
    const owner = await enter('xiaoyue', 'fitness');
    const viewer = await enter('runner', 'fitness');
    const mute = { groupID: 'fitness', userID: 'runner', muteTime: 60 };
    await owner.chat.setGroupMemberMuteTime({ ...mute });
    expect(await codeOf(() => viewer.say('fitness', 'x'))).toBe(10017);
    expect(await codeOf(() => viewer.chat.setGroupMemberMuteTime({ ...mute, userID: 'xiaoyue' }))).toBe(
      10007,
    );
  });
});
