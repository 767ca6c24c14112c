import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedForLiveRooms } from '../../../main/rehearsal/rest/refused-for-live-rooms.ts';
import { restCommands } from '../../../main/rehearsal/rest/table.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { restCases } from './rest-cases/index.ts';

let rehearsal: Rehearsal;
let msgKey: unknown;

const forever = 4_294_967_295;

beforeAll(async () => {
  rehearsal = await startRehearsal();
  await rehearsal.controlCall('settings', { restRates: false });
  const call = async (command: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await rehearsal.restCall(command, body);
    if (answer.ErrorCode !== 0) throw new Error(`${command}: ${answer.ErrorCode} ${answer.ErrorInfo}`);
    return answer;
  };
  for (const UserID of ['bob', 'cid', 'v1', 'v2', 'v3', 'doomed'])
    await call('im_open_login_svc/account_import', { UserID });
  await call('im_open_login_svc/account_import', { UserID: 'ann', Nick: 'Ann', FaceUrl: '' });
  for (const GroupId of ['spare', 'muted-room', 'banned-room']) {
    await call('group_open_http_svc/create_group', { Type: 'AVChatRoom', Name: GroupId, GroupId });
  }
  for (const userId of ['ann', 'bob', 'cid'])
    await rehearsal.controlCall('join', { roomId: 'night-show', userId });
  await call('group_open_http_svc/forbid_send_msg', {
    GroupId: 'muted-room',
    Members_Account: ['bob'],
    ShutUpTime: forever,
  });
  await call('group_open_http_svc/ban_group_member', {
    GroupId: 'banned-room',
    Members_Account: ['v1', 'v2', 'v3'],
    Duration: forever,
  });
  await call('openconfigsvr/setnospeaking', { Set_Account: 'bob', GroupmsgNospeakingTime: forever });
  await rehearsal.controlCall('settings', { dirtyWordsDelayMs: 0, cloudWordsDelayMs: 0 });
  await call('openim_dirty_words/add', { DirtyWordsList: ['rotten'] });
  const message = {
    To_Account: 'ann',
    From_Account: 'xiaoyue',
    MsgRandom: 1,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }],
  };
  msgKey = (await call('openim/sendmsg', message)).MsgKey;
});
afterAll(() => rehearsal.stop());

/** A body with its place-holders filled in. */
const fill = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, value === '$MsgKey' ? msgKey : value]),
  );

test('every REST command has a row in the table of cases', () => {
  expect(restCases.map((each) => each.command).sort()).toEqual([...restCommands.keys()].sort());
});

describe.each(restCases)('$command', ({ command, good, answer, bad }) => {
  beforeAll(async () => {
    // The one member of this room comes and goes with the commands that ask for members.
    const isAboutMembers = /get_members|modify_user_info|check_members|get_online_member_num/.test(command);
    const person = { roomId: 'banned-room', userId: 'ann' };
    await rehearsal.controlCall(isAboutMembers ? 'join' : 'leave', person);
    if (command.endsWith('account_delete')) await rehearsal.controlCall('settings', { edition: 'trial' });
  });
  afterAll(() => rehearsal.controlCall('settings', { edition: 'pro' }));

  test('answers a good request, with fields that it does not know beside it', async () => {
    const got = await rehearsal.restCall(command, { ...fill(good), Unknown_Field: { deep: [1, 2, 3] } });
    expect(got).toMatchObject({ ErrorCode: 0, ErrorInfo: '', ActionStatus: 'OK', ...answer });
  });

  test.each(bad.map(([what, change, code]) => ({ what, change, code })))(
    'refuses $what with $code',
    async ({ change, code }) => {
      const got = await rehearsal.restCall(command, { ...fill(good), ...change });
      expect(got).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code });
      expect(got.ErrorInfo).not.toBe('');
    },
  );

  test.each([
    ['a list', []],
    ['a text', 'x'],
    ['a number', 5],
    ['nothing', null],
  ])('refuses %s as a body', async (_what, body) => {
    const got = await rehearsal.restCall(command, body);
    expect(got.ErrorCode).toBeGreaterThan(0);
    expect(got.ActionStatus).toBe('FAIL');
  });
});

describe('commands that do not serve live rooms', () => {
  test.each([...refusedForLiveRooms])('%s is refused with %i', async (command, code) => {
    expect(await rehearsal.restCall(command, { GroupId: 'night-show' })).toMatchObject({
      ActionStatus: 'FAIL',
      ErrorCode: code,
    });
  });
});

describe('features that are not bought', () => {
  const room = { GroupId: 'night-show' };
  const body = { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }], Random: 1 };
  test.each([
    [
      'standard',
      'group_open_http_svc/ban_group_member',
      { ...room, Members_Account: ['ann'], Duration: 1 },
      10007,
    ],
    ['standard', 'group_open_http_svc/get_group_ban_member', room, 10007],
    ['standard', 'group_open_http_svc/send_broadcast_msg', body, 10007],
    [
      'standard',
      'group_open_http_svc/update_group_counter',
      { ...room, Mode: 'Set', GroupCounter: [{ Key: 'a', Value: 1 }] },
      10059,
    ],
    ['standard', 'group_open_http_svc/get_group_counter', room, 10059],
    [
      'standard',
      'group_open_avchatroom_http_svc/modify_admin',
      { ...room, CommandType: 1, Admin_Account: ['ann'] },
      60020,
    ],
    ['standard', 'group_open_avchatroom_http_svc/get_admin_list', room, 60020],
    ['standard', 'im_open_login_svc/account_delete', { DeleteItem: [{ UserID: 'ann' }] }, 71000],
    ['pro', 'im_open_login_svc/account_delete', { DeleteItem: [{ UserID: 'ann' }] }, 71000],
    ['trial', 'im_msg_audit_mgr/get_cloud_audit_keywords_ids', { SdkAppId: 1, Offset: 0, Limit: 1 }, 60020],
  ])('in the %s edition: %s', async (edition, command, request, code) => {
    await rehearsal.controlCall('settings', { edition });
    const answer = await rehearsal.restCall(command, request);
    await rehearsal.controlCall('settings', { edition: 'pro' });
    expect(answer.ErrorCode).toBe(code);
  });

  test('the trial ends at a hundred accounts and ten rooms', async () => {
    await rehearsal.controlCall('settings', { edition: 'trial' });
    const ids = Array.from({ length: 100 }, (_, at) => `quota-${at}`);
    const imported = await rehearsal.restCall('im_open_login_svc/multiaccount_import', { Accounts: ids });
    const create = (at: number) =>
      rehearsal.restCall('group_open_http_svc/create_group', {
        Type: 'AVChatRoom',
        Name: 'q',
        GroupId: `quota-${at}`,
      });
    const codes = [];
    for (let at = 0; at < 11; at += 1) codes.push((await create(at)).ErrorCode);
    await rehearsal.controlCall('settings', { edition: 'pro' });
    expect((imported.FailAccounts as string[]).length).toBeGreaterThan(0);
    expect(imported.ResultItem).toContainEqual(
      expect.objectContaining({ UserID: 'quota-99', ResultCode: 70398 }),
    );
    expect(codes.at(-1)).toBe(10036);
  });

  test('without the member list only thirty people are shown', async () => {
    for (let at = 0; at < 40; at += 1)
      await rehearsal.controlCall('join', { roomId: 'flash-sale', userId: `shopper-${at}` });
    await rehearsal.controlCall('settings', { edition: 'standard' });
    const { MemberList } = await rehearsal.restCall('group_open_avchatroom_http_svc/get_members', {
      GroupId: 'flash-sale',
    });
    await rehearsal.controlCall('settings', { edition: 'pro' });
    expect((MemberList as unknown[]).length).toBe(30);
  });
});
