import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { createSdkClient, failureOf, type SdkClient, type SdkMessage, signIn } from './sdk-client.ts';

let rehearsal: Rehearsal;
const clients: SdkClient[] = [];
const enter = async (userId: string, options = {}): Promise<SdkClient> => {
  const client = await signIn(rehearsal, userId, options);
  clients.push(client);
  return client;
};
const tipOf = (type: number, roomId: string) => (message: SdkMessage) =>
  message.type === 'TIMGroupTipElem' && message.payload.operationType === type && message.to === roomId;

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '20']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('a room', () => {
  test('made with the SDK is not joined by that, and its maker is its owner', async () => {
    const client = await enter('maker');
    const { data } = await client.chat.createGroup({
      type: 'AVChatRoom',
      name: 'Made here',
      groupID: 'made-here',
    });
    expect(data.group).toMatchObject({ groupID: 'made-here', type: 'AVChatRoom' });
    await client.chat.joinGroup({ groupID: 'made-here' });
    const profile = await client.chat.getGroupProfile({ groupID: 'made-here' });
    expect(profile.data.group).toMatchObject({
      name: 'Made here',
      ownerID: 'maker',
      selfInfo: { role: 'Owner' },
    });
  });

  test('gets an invented name when none is given', async () => {
    const client = await enter('inventor');
    const { data } = await client.chat.createGroup({ type: 'AVChatRoom', name: 'No name' });
    expect((data.group as { groupID: string }).groupID).toMatch(/^@TGS#a/);
  });

  test.each([
    ['10021 when the GroupId is used by another', { groupID: 'night-show' }, 10021],
    ['10004 for a type that is no live room', { type: 'Public', groupID: 'pub' }, 10004],
  ])('is refused with %s', async (_name, more, code) => {
    const client = await enter(`refused-${code}`);
    const work = () => client.chat.createGroup({ type: 'AVChatRoom', name: 'X', ...more });
    expect((await failureOf(work)).code).toBe(code);
  });

  test('is joined once, and the second join says so', async () => {
    const client = await enter('joiner');
    const first = await client.chat.joinGroup({ groupID: 'night-show' });
    expect(first.data).toMatchObject({
      status: 'JoinedSuccess',
      group: { groupID: 'night-show', ownerID: 'xiaoyue' },
    });
    expect((await client.chat.joinGroup({ groupID: 'night-show' })).data.status).toBe('AlreadyInGroup');
  });

  test('that does not exist cannot be joined', async () => {
    const client = await enter('lost');
    expect((await failureOf(() => client.chat.joinGroup({ groupID: 'nowhere' }))).code).toBe(10010);
  });

  test('tells of joins and leaves with nick, avatar and head count', async () => {
    const watcher = await enter('watcher');
    await watcher.chat.joinGroup({ groupID: 'street-food' });
    const face = { roomId: 'street-food', userId: 'eve', nick: 'Eve', avatar: 'https://x.example.com/e.png' };
    await rehearsal.controlCall('join', face);
    const joined = await watcher.message(
      (message) => tipOf(1, 'street-food')(message) && message.payload.operatorID === 'eve',
    );
    expect(joined.payload).toMatchObject({
      userIDList: ['eve'],
      memberCount: 2,
      memberList: [{ userID: 'eve', nick: 'Eve', avatar: 'https://x.example.com/e.png' }],
    });
    expect(joined.nick).toBe('Eve');
    await rehearsal.controlCall('leave', { roomId: 'street-food', userId: 'eve' });
    const left = await watcher.message(tipOf(2, 'street-food'));
    expect(left.payload).toMatchObject({ operatorID: 'eve', memberCount: 1 });
  });

  test('is left with quitGroup, and then there is nothing more to hear', async () => {
    const client = await enter('leaver');
    await client.chat.joinGroup({ groupID: 'talk-tech' });
    await client.chat.quitGroup('talk-tech');
    expect((await failureOf(() => client.chat.quitGroup('talk-tech'))).code).toBe(2623);
    const { OnlineMemberNum } = await rehearsal.restCall('group_open_http_svc/get_online_member_num', {
      GroupId: 'talk-tech',
    });
    expect(OnlineMemberNum).toBe(0);
  });

  test('is found by its ID without joining', async () => {
    const client = await enter('searcher');
    const { data } = await client.chat.searchGroupByID('cat-cam');
    expect(data.group).toMatchObject({ groupID: 'cat-cam', name: '喵星人直播 Cat cam' });
  });

  test('dismissed by its owner tells its members and is gone', async () => {
    const owner = await enter('host');
    const guest = await enter('guest');
    await owner.chat.createGroup({ type: 'AVChatRoom', name: 'Short', groupID: 'short-lived' });
    await guest.chat.joinGroup({ groupID: 'short-lived' });
    await owner.chat.dismissGroup('short-lived');
    const notice = await guest.message((message) => message.type === 'TIMGroupSystemNoticeElem');
    expect(notice.payload).toMatchObject({ operationType: 5, groupProfile: { groupID: 'short-lived' } });
    expect((await failureOf(() => owner.chat.joinGroup({ groupID: 'short-lived' }))).code).toBe(10010);
  });

  test('shows a changed name and notice to everyone, and its own object after asking', async () => {
    const watcher = await enter('reader');
    await watcher.chat.joinGroup({ groupID: 'kitchen' });
    await rehearsal.restCall('group_open_http_svc/modify_group_base_info', {
      GroupId: 'kitchen',
      Name: '新厨房',
      Notification: '今晚加餐',
    });
    const tip = await watcher.message(tipOf(6, 'kitchen'));
    expect(tip.payload.newGroupProfile).toMatchObject({ groupName: '新厨房', notification: '今晚加餐' });
    const { data } = await watcher.chat.getGroupProfile({ groupID: 'kitchen' });
    expect(data.group).toMatchObject({ name: '新厨房', notification: '今晚加餐' });
  });

  test('keeps muteAllMembers a boolean after its first message: only what was asked for is answered', async () => {
    const client = await enter('boolean');
    await client.chat.joinGroup({ groupID: 'chess-cafe' });
    await client.say('chess-cafe', 'first');
    const { data } = await client.chat.getGroupProfile({ groupID: 'chess-cafe' });
    expect(data.group.muteAllMembers).toBe(false);
  });

  test('refuses changes of a viewer and takes those of the owner', async () => {
    const viewer = await enter('viewer-1');
    await viewer.chat.joinGroup({ groupID: 'fitness' });
    // A new object each time: the SDK takes the groupID out of what it is given.
    const change = () => ({ groupID: 'fitness', muteAllMembers: true });
    expect((await failureOf(() => viewer.chat.updateGroupProfile(change()))).code).toBe(10007);
    const owner = await enter('xiaoyue');
    await owner.chat.joinGroup({ groupID: 'fitness' });
    await owner.chat.updateGroupProfile(change());
    const tip = await viewer.message(tipOf(6, 'fitness'));
    expect(tip.payload.newGroupProfile).toMatchObject({ muteAllMembers: true });
    expect((await failureOf(() => viewer.say('fitness', 'hm'))).code).toBe(10017);
    expect((await owner.say('fitness', 'quiet please')).status).toBe('success');
  });
});

describe('people in a room', () => {
  test('are counted, and listed with nick and avatar, the newest first', async () => {
    const client = await enter('lister');
    await client.chat.joinGroup({ groupID: 'dance-hall' });
    for (const userId of ['p1', 'p2', 'p3']) {
      await rehearsal.controlCall('join', { roomId: 'dance-hall', userId, nick: `Nick ${userId}` });
    }
    const { data } = await client.chat.getGroupMemberList({ groupID: 'dance-hall', count: 30, offset: 0 });
    expect(data.memberList.map((member) => member.userID)).toEqual(['p3', 'p2', 'p1', 'lister']);
    expect(data.memberList[0]).toMatchObject({ nick: 'Nick p3', isOnline: true });
    expect((await client.chat.getGroupOnlineMemberCount('dance-hall')).data.memberCount).toBe(4);
  });

  test('come page by page when there are more than five hundred', async () => {
    for (let at = 0; at < 600; at += 1)
      await rehearsal.controlCall('join', { roomId: 'esports', userId: `crowd-${at}` });
    const page = async (Timestamp: number) =>
      rehearsal.restCall('group_open_avchatroom_http_svc/get_members', { GroupId: 'esports', Timestamp });
    const first = await page(0);
    const second = await page(Number(first.NextTimestamp));
    const all = [first, second].flatMap((answer) => answer.MemberList as { Member_Account: string }[]);
    expect(new Set(all.map((member) => member.Member_Account)).size).toBe(600);
    expect(second.NextTimestamp).toBe(0);
  });

  test('are marked and found by their mark', async () => {
    const client = await enter('marker');
    await client.chat.joinGroup({ groupID: 'music-live' });
    await rehearsal.controlCall('join', { roomId: 'music-live', userId: 'singer' });
    const marking = { groupID: 'music-live', markType: 1_000, enableMark: true };
    const { data } = await client.chat.markGroupMemberList({ ...marking, userIDList: ['singer', 'absent'] });
    expect(data).toMatchObject({ successUserIDList: ['singer'], failureUserIDList: ['absent'] });
    const found = await client.chat.getGroupMemberList({ groupID: 'music-live', filter: 1_000 });
    expect(found.data.memberList.map((member) => member.userID)).toEqual(['singer']);
  });

  test('may be in several rooms, unless the service is strict', async () => {
    const client = await enter('wanderer');
    await client.chat.joinGroup({ groupID: 'book-corner' });
    await client.chat.joinGroup({ groupID: 'study-room' });
    const roomsOf = async () => {
      const answer = await rehearsal.restCall('group_open_http_svc/get_joined_group_list', {
        Member_Account: 'wanderer',
        WithHugeGroups: 1,
      });
      return (answer.GroupIdList as { GroupId: string }[]).map(({ GroupId }) => GroupId).sort();
    };
    expect(await roomsOf()).toEqual(['book-corner', 'study-room']);
    await rehearsal.controlCall('settings', { policy: 'strict' });
    await client.chat.joinGroup({ groupID: 'paint-along' });
    expect(await roomsOf()).toEqual(['paint-along']);
    await rehearsal.controlCall('settings', { policy: 'multi' });
  });

  test('may watch without a login, and are counted', async () => {
    const client = createSdkClient(rehearsal);
    clients.push(client);
    const { data } = await client.chat.joinGroup({ groupID: 'flower-shop' });
    expect(data).toMatchObject({ status: 'JoinedSuccess' });
    await rehearsal.controlCall('say', { roomId: 'flower-shop', userId: 'flo', text: '玫瑰到了' });
    expect(
      (await client.message((message) => message.from === 'flo' && message.type === 'TIMTextElem')).payload,
    ).toEqual({ text: '玫瑰到了' });
    expect((await client.chat.getGroupOnlineMemberCount('flower-shop')).data.memberCount).toBe(2);
  });

  test('get the last messages at the join in the pro edition, and nothing in the others', async () => {
    for (let at = 0; at < 25; at += 1) {
      await rehearsal.controlCall('say', { roomId: 'travel-diary', userId: 'guide', text: `day ${at}` });
    }
    const late = await enter('late');
    await late.chat.joinGroup({ groupID: 'travel-diary' });
    await late.message((message) => message.payload.text === 'day 24');
    const days = late
      .messages()
      .filter((message) => message.from === 'guide' && message.type === 'TIMTextElem');
    expect(days.map((message) => message.payload.text)).toEqual(
      Array.from({ length: 20 }, (_, at) => `day ${at + 5}`),
    );
    await rehearsal.controlCall('settings', { edition: 'standard' });
    const later = await enter('later');
    await later.chat.joinGroup({ groupID: 'travel-diary' });
    await rehearsal.controlCall('settings', { edition: 'pro' });
    await rehearsal.controlCall('say', { roomId: 'travel-diary', userId: 'guide', text: 'now' });
    await later.message((message) => message.payload.text === 'now');
    expect(later.messages().filter((message) => message.from === 'guide').length).toBe(1);
  });
});
