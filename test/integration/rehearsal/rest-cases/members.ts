import { many, type RestCase, roomFaults } from './rest-case.ts';

const groups = 'group_open_http_svc';
const live = 'group_open_avchatroom_http_svc';

export const memberCases: readonly RestCase[] = [
  {
    command: `${groups}/forbid_send_msg`,
    good: { GroupId: 'night-show', Members_Account: ['ann'], MuteTime: 60 },
    answer: {},
    bad: [
      ...roomFaults,
      ['no accounts', { Members_Account: undefined }, 10004],
      ['an empty list', { Members_Account: [] }, 10004],
      ['501 accounts', { Members_Account: many(501) }, 10005],
      ['an account that is not there', { Members_Account: ['nobody'] }, 10019],
      ['no time', { MuteTime: undefined }, 10004],
      ['a negative time', { MuteTime: -1 }, 10004],
      ['a time beyond uint32', { MuteTime: 4_294_967_296 }, 10004],
      ['a time that is a text', { MuteTime: '60' }, 10004],
    ],
  },
  {
    command: `${groups}/get_group_muted_account`,
    good: { GroupId: 'muted-room' },
    answer: { MutedAccountList: [{ Member_Account: 'bob', MutedUntil: 4_294_967_295 }] },
    bad: roomFaults,
  },
  {
    command: `${groups}/get_group_shutted_uin`,
    good: { GroupId: 'muted-room' },
    answer: { ShuttedUinList: [{ Member_Account: 'bob', ShuttedUntil: 4_294_967_295 }] },
    bad: roomFaults,
  },
  {
    command: `${groups}/modify_group_member_info`,
    good: { GroupId: 'night-show', Member_Account: 'ann', ShutUpTime: 0 },
    answer: {},
    bad: [
      ...roomFaults,
      ['a Role', { Role: 'Admin' }, 10007],
      ['a NameCard', { NameCard: 'x' }, 10007],
      ['no time', { ShutUpTime: undefined }, 10004],
      ['an account that is not there', { Member_Account: 'nobody' }, 10019],
    ],
  },
  {
    command: 'openconfigsvr/setnospeaking',
    good: { Set_Account: 'ann', GroupmsgNospeakingTime: 0, C2CmsgNospeakingTime: 4_294_967_295 },
    answer: {},
    bad: [
      ['no account', { Set_Account: undefined }, 130_004],
      ['an account that is not there', { Set_Account: 'nobody' }, 130_004],
      ['no time at all', { GroupmsgNospeakingTime: undefined, C2CmsgNospeakingTime: undefined }, 130_008],
    ],
  },
  {
    command: 'openconfigsvr/getnospeaking',
    good: { Get_Account: 'bob' },
    answer: { C2CmsgNospeakingTime: 0, GroupmsgNospeakingTime: 4_294_967_295 },
    bad: [
      ['no account', { Get_Account: undefined }, 130_002],
      ['an account that is not there', { Get_Account: 'nobody' }, 130_002],
    ],
  },
  {
    command: `${groups}/ban_group_member`,
    good: { GroupId: 'night-show', Members_Account: ['cid'], Duration: 60, Description: 'spam' },
    answer: {},
    bad: [
      ...roomFaults,
      ['21 accounts', { Members_Account: many(21) }, 10005],
      ['no Duration', { Duration: undefined }, 10004],
      ['a Duration of 0', { Duration: 0 }, 10004],
      ['a Description of 1001 bytes', { Description: 'x'.repeat(1_001) }, 10004],
    ],
  },
  {
    command: `${groups}/unban_group_member`,
    good: { GroupId: 'night-show', Members_Account: ['cid'] },
    answer: {},
    bad: [...roomFaults, ['21 accounts', { Members_Account: many(21) }, 10005]],
  },
  {
    command: `${groups}/get_group_ban_member`,
    good: { GroupId: 'banned-room', Limit: 2, Offset: 0 },
    answer: {
      BannedAccountList: [
        { Member_Account: 'v1', BannedUntil: 4_294_967_295 },
        { Member_Account: 'v2', BannedUntil: 4_294_967_295 },
      ],
      NextOffset: 2,
    },
    bad: [
      ...roomFaults,
      ['a Limit of 101', { Limit: 101 }, 10004],
      ['a negative Offset', { Offset: -1 }, 10004],
    ],
  },
  {
    command: `${live}/get_members`,
    good: { GroupId: 'banned-room', Timestamp: 0 },
    answer: { MemberList: [{ Member_Account: 'ann', NickName: 'Ann', Avatar: '' }], NextTimestamp: 0 },
    bad: [...roomFaults, ['a Timestamp that is a text', { Timestamp: 'now' }, 10004]],
  },
  {
    command: `${live}/modify_user_info`,
    good: { GroupId: 'banned-room', CommandType: 1, MemberList: [{ Member_Account: 'ann', Marks: [1_000] }] },
    answer: { CommandType: 1, MemberList: [{ Member_Account: 'ann', Marks: [1_000] }] },
    bad: [
      ...roomFaults,
      ['a CommandType of 3', { CommandType: 3 }, 10004],
      ['501 people', { MemberList: many(501).map((id) => ({ Member_Account: id, Marks: [1_000] })) }, 10005],
    ],
  },
  {
    command: `${live}/modify_admin`,
    good: { GroupId: 'banned-room', CommandType: 1, Admin_Account: ['ann', 'bob'] },
    answer: {},
    bad: [
      ...roomFaults,
      ['6 admins', { Admin_Account: many(6) }, 10005],
      ['an account that is not there', { Admin_Account: ['nobody'] }, 10019],
      ['a sixth admin', { Admin_Account: ['v1', 'v2', 'v3', 'cid'] }, 10005],
    ],
  },
  {
    command: `${live}/get_admin_list`,
    good: { GroupId: 'banned-room' },
    answer: { Admin_List: [{ Admin_Account: 'ann', NickName: 'Ann' }, { Admin_Account: 'bob' }] },
    bad: roomFaults,
  },
  {
    command: `${live}/check_members`,
    good: { GroupId: 'banned-room', Member_Account: ['ann', 'bob'] },
    answer: { Member_Account: ['ann'] },
    bad: [...roomFaults, ['501 people', { Member_Account: many(501) }, 10005]],
  },
  {
    command: `${live}/add_robots`,
    good: { GroupId: 'night-show', Robot_Account: ['robot-1'] },
    answer: {},
    bad: [...roomFaults, ['no robots', { Robot_Account: undefined }, 10004]],
  },
  {
    command: `${live}/del_robots`,
    good: { GroupId: 'night-show', RobotList_Account: ['robot-1'] },
    answer: {},
    bad: [...roomFaults, ['no robots', { RobotList_Account: undefined }, 10004]],
  },
];
