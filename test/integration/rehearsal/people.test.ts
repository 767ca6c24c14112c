import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { type SdkClient, type SdkMessage, signIn } from './sdk-client.ts';

/** The simulated audience inside the service: real accounts, real members, under the same rules. */

type Metrics = { readonly seconds: number; readonly counts: Readonly<Record<string, number>> };
type State = {
  readonly rooms: readonly {
    readonly id: string;
    readonly members: readonly { readonly userId: string }[];
    readonly lastMessages: readonly {
      readonly From_Account: string;
      readonly MsgRandom: number;
      readonly MsgBody: unknown;
    }[];
  }[];
};

let rehearsal: Rehearsal;
let client: SdkClient;
beforeAll(async () => {
  rehearsal = await startRehearsal(['--seed', '5', '--audience', 'busy', '--rooms', '2']);
  client = await signIn(rehearsal, 'xiaoyue');
  await client.chat.joinGroup({ groupID: 'night-show' });
});
afterAll(async () => {
  await client.close();
  await rehearsal.stop();
});

const isSaid = (message: SdkMessage): boolean =>
  ['TIMTextElem', 'TIMCustomElem'].includes(message.type) &&
  message.from !== 'xiaoyue' &&
  message.from !== '';
const room = async (id = 'night-show') => {
  const { rooms } = await rehearsal.controlCall<State>('state');
  const found = rooms.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no room ${id}`);
  return found;
};

describe('the simulated audience', () => {
  test('talks to real clients, under real names', async () => {
    const message = await client.message(isSaid);
    expect(message.nick).not.toBe('');
    const { ResultItem } = await rehearsal.restCall('im_open_login_svc/account_check', {
      CheckItem: [{ UserID: message.from }],
    });
    expect(ResultItem).toMatchObject([{ AccountStatus: 'Imported' }]);
  });

  test('is refused while it is muted, and heard again afterwards', async () => {
    const { from } = await client.message(isSaid);
    const mute = (MuteTime: number) =>
      rehearsal.restCall('group_open_http_svc/forbid_send_msg', {
        GroupId: 'night-show',
        Members_Account: [from],
        MuteTime,
      });
    await mute(60);
    const said = await rehearsal.controlCall('say', {
      roomId: 'night-show',
      userId: from,
      text: 'let me speak',
    });
    await mute(0);
    const again = await rehearsal.controlCall('say', { roomId: 'night-show', userId: from, text: 'thanks' });
    expect([said, again]).toMatchObject([{ code: 10017 }, { code: 0 }]);
  });

  test('stays away when it is banned', async () => {
    const { from } = await client.message(isSaid);
    const who = { GroupId: 'night-show', Members_Account: [from] };
    await rehearsal.restCall('group_open_http_svc/ban_group_member', { ...who, Duration: 600 });
    const tip = await client.message((message) => message.payload.operationType === 10);
    await client.nextEvent('MESSAGE_RECEIVED');
    await client.nextEvent('MESSAGE_RECEIVED');
    expect((await room()).members.some((member) => member.userId === from)).toBe(false);
    const later = client.messages().filter((message) => isSaid(message) && message.sequence > tip.sequence);
    expect(later.length).toBeGreaterThan(0);
    expect(later.filter((message) => message.from === from)).toEqual([]);
    await rehearsal.restCall('group_open_http_svc/unban_group_member', who);
  });

  test('is quiet in a muted room, and its refusals are on the list', async () => {
    await rehearsal.restCall('group_open_http_svc/modify_group_base_info', {
      GroupId: 'game-arena',
      MuteAllMember: 'On',
    });
    const refusedHere = async () => {
      const { refusals } = await rehearsal.controlCall<{ refusals: { roomId: string; code: number }[] }>(
        'refusals',
      );
      return refusals.filter((each) => each.roomId === 'game-arena' && each.code === 10017);
    };
    await expect.poll(async () => (await refusedHere()).length, { timeout: 10_000 }).toBeGreaterThan(5);
    await rehearsal.restCall('group_open_http_svc/modify_group_base_info', {
      GroupId: 'game-arena',
      MuteAllMember: 'Off',
    });
  });

  test('really offers two hundred a second and room in a storm, and the cap holds', async () => {
    await rehearsal.controlCall('audience', { profile: 'storm' });
    await rehearsal.controlCall('metrics/reset', {});
    await expect
      .poll(async () => (await rehearsal.controlCall<Metrics>('metrics')).seconds, {
        timeout: 20_000,
        interval: 500,
      })
      .toBeGreaterThan(5);
    const { seconds, counts } = await rehearsal.controlCall<Metrics>('metrics');
    await rehearsal.controlCall('audience', { profile: 'off' });
    const offered = ((counts.offered ?? 0) + (counts.refused ?? 0)) / seconds;
    expect(offered / 2).toBeGreaterThan(150);
    expect(offered / 2).toBeLessThan(250);
    expect((counts.delivered ?? 0) / seconds / 2).toBeLessThanOrEqual(45);
    expect((counts.delivered ?? 0) / seconds / 2).toBeGreaterThan(30);
  });

  test('is silent when it is off', async () => {
    await expect
      .poll(async () => (await rehearsal.controlCall<{ profile: string }>('audience')).profile)
      .toBe('off');
    await rehearsal.controlCall('metrics/reset', {});
    await client.chat.searchGroupByID('night-show');
    const { counts } = await rehearsal.controlCall<Metrics>('metrics');
    expect(counts.offered).toBe(0);
  });
});

test('the same seed gives the same messages', async () => {
  const hear = async () => {
    const service = await startRehearsal(['--seed', '5', '--audience', 'busy', '--rooms', '1']);
    const said = async () => (await service.controlCall<State>('state')).rooms[0]?.lastMessages ?? [];
    await expect.poll(async () => (await said()).length, { timeout: 20_000 }).toBeGreaterThan(12);
    const first = (await said()).slice(0, 12);
    await service.stop();
    return first.map(({ From_Account, MsgRandom, MsgBody }) => ({ From_Account, MsgRandom, MsgBody }));
  };
  const [one, two] = await Promise.all([hear(), hear()]);
  expect(one).toEqual(two);
});
