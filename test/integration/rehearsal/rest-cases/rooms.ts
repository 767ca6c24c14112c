import { many, type RestCase, roomFaults } from './rest-case.ts';

const groups = 'group_open_http_svc';

export const roomCases: readonly RestCase[] = [
  {
    command: `${groups}/create_group`,
    good: {
      Type: 'AVChatRoom',
      Name: 'New room',
      GroupId: 'new-room',
      Owner_Account: 'ann',
      Introduction: 'hi',
    },
    answer: { GroupId: 'new-room', Type: 'AVChatRoom' },
    bad: [
      ['no Name', { Name: undefined }, 10004],
      ['no Type', { Type: undefined }, 10004],
      ['an unknown Type', { Type: 'Party' }, 10004],
      ['a type that is no live room', { Type: 'Public' }, 10004],
      ['a Name of 31 bytes', { Name: `${'深'.repeat(10)}x` }, 10004],
      ['an Introduction of 241 bytes', { Introduction: 'x'.repeat(241) }, 10004],
      ['a Notification of 301 bytes', { Notification: 'x'.repeat(301) }, 10004],
      ['a FaceUrl of 101 bytes', { FaceUrl: 'x'.repeat(101) }, 10004],
      ["a GroupId of the cloud's own kind", { GroupId: '@TGS#mine' }, 10015],
      ['a GroupId in Chinese', { GroupId: '房间' }, 10015],
      ['a GroupId that is used', { GroupId: 'night-show' }, 10021],
      ["a GroupId that is one's own", { GroupId: 'night-show', Owner_Account: 'xiaoyue' }, 10025],
      ['an owner who is no account', { GroupId: 'x', Owner_Account: 'nobody' }, 10019],
      ['a MemberList', { GroupId: 'x', MemberList: [{ Member_Account: 'ann' }] }, 10007],
    ],
  },
  { command: `${groups}/destroy_group`, good: { GroupId: 'spare' }, answer: {}, bad: roomFaults },
  {
    command: `${groups}/get_group_info`,
    good: {
      GroupIdList: ['night-show', 'nowhere'],
      ResponseFilter: { GroupBaseInfoFilter: ['Name', 'Type'] },
    },
    answer: {
      GroupInfo: [
        { GroupId: 'night-show', ErrorCode: 0, Type: 'AVChatRoom', Name: '深夜电台 Night show' },
        { GroupId: 'nowhere', ErrorCode: 10010 },
      ],
    },
    bad: [
      ['no list', { GroupIdList: undefined }, 10004],
      ['an empty list', { GroupIdList: [] }, 10004],
      ['51 rooms', { GroupIdList: many(51) }, 10004],
      ['numbers for names', { GroupIdList: [5] }, 10004],
    ],
  },
  {
    command: `${groups}/modify_group_base_info`,
    good: { GroupId: 'night-show', Notification: 'tonight', MuteAllMember: 'Off' },
    answer: {},
    bad: [
      ...roomFaults,
      ['a mute that is neither On nor Off', { MuteAllMember: 'Yes' }, 10004],
      ['a Name of 31 bytes', { Name: 'x'.repeat(31) }, 10004],
      ['MaxMemberNum', { MaxMemberNum: 5 }, 10004],
      ['InviteJoinOption', { InviteJoinOption: 'FreeAccess' }, 10004],
    ],
  },
  {
    command: `${groups}/get_appid_group_list`,
    good: { Limit: 2, Next: 0, GroupType: 'AVChatRoom' },
    answer: { Next: 2 },
    bad: [
      ['a Limit of 0', { Limit: 0 }, 10004],
      ['a Limit of 10001', { Limit: 10_001 }, 10004],
      ['a negative Next', { Next: -1 }, 10004],
      ['an unknown type', { GroupType: 'Party' }, 10004],
    ],
  },
  {
    command: `${groups}/get_joined_group_list`,
    good: {
      Member_Account: 'ann',
      WithHugeGroups: 1,
      ResponseFilter: { GroupBaseInfoFilter: ['Name'], SelfInfoFilter: ['Role'] },
    },
    answer: {
      TotalCount: 1,
      GroupIdList: [{ GroupId: 'night-show', Name: '深夜电台 Night show', SelfInfo: { Role: 'Member' } }],
    },
    bad: [
      ['no account', { Member_Account: undefined }, 10004],
      ['an account that is not there', { Member_Account: 'nobody' }, 10019],
      ['a Limit of 5001', { Limit: 5_001 }, 10004],
      ['WithHugeGroups of 2', { WithHugeGroups: 2 }, 10004],
    ],
  },
  {
    command: `${groups}/update_group_counter`,
    good: { GroupId: 'muted-room', Mode: 'Increase', GroupCounter: [{ Key: 'like', Value: 5 }] },
    answer: { GroupCounter: [{ Key: 'like', Value: 5 }] },
    bad: [
      ...roomFaults,
      ['no Mode', { Mode: undefined }, 10004],
      ['an unknown Mode', { Mode: 'Double' }, 10004],
      ['21 counters', { GroupCounter: many(21).map((Key) => ({ Key, Value: 1 })) }, 10063],
      ['a Key of 129 bytes', { GroupCounter: [{ Key: 'x'.repeat(129), Value: 1 }] }, 10004],
      ['half a like', { GroupCounter: [{ Key: 'like', Value: 0.5 }] }, 10004],
    ],
  },
  {
    command: `${groups}/get_group_counter`,
    good: { GroupId: 'muted-room', GroupCounterKeys: ['like', 'absent'] },
    answer: { GroupCounter: [{ Key: 'like', Value: 5 }] },
    bad: [...roomFaults, ['a Key that is no string', { GroupCounterKeys: [1] }, 10004]],
  },
  {
    command: `${groups}/delete_group_counter`,
    good: { GroupId: 'muted-room', GroupCounterKeys: ['like'] },
    answer: {},
    bad: [...roomFaults, ['a Key that is no string', { GroupCounterKeys: [1] }, 10004]],
  },
  {
    command: `${groups}/set_group_attr`,
    good: { GroupId: 'muted-room', GroupAttr: [{ key: 'topic', value: 'tea' }] },
    answer: { GroupAttrAry: [{ key: 'topic' }] },
    bad: [
      ...roomFaults,
      ['no attributes', { GroupAttr: undefined }, 10004],
      ['17 keys', { GroupAttr: many(17).map((key) => ({ key, value: 'x' })) }, 10047],
      ['a key of 33 bytes', { GroupAttr: [{ key: 'x'.repeat(33), value: '' }] }, 10045],
      ['a value of 4001 bytes', { GroupAttr: [{ key: 'x', value: 'x'.repeat(4_001) }] }, 10046],
      [
        '16 001 bytes in all',
        { GroupAttr: many(5).map((key) => ({ key, value: 'x'.repeat(3_999) })) },
        10048,
      ],
    ],
  },
  {
    command: `${groups}/modify_group_attr`,
    good: { GroupId: 'muted-room', GroupAttr: [{ key: 'mood', value: 'calm' }] },
    answer: {},
    bad: [
      ...roomFaults,
      ['15 more keys', { GroupAttr: many(15).map((key) => ({ key, value: 'x' })) }, 10047],
    ],
  },
  {
    command: 'group_open_attr_http_svc/get_group_attr',
    good: { GroupId: 'muted-room' },
    answer: {
      GroupAttrAry: [
        { key: 'topic', value: 'tea' },
        { key: 'mood', value: 'calm' },
      ],
    },
    bad: roomFaults,
  },
  {
    command: `${groups}/delete_group_attr`,
    good: { GroupId: 'muted-room', GroupAttr: [{ key: 'mood' }] },
    answer: {},
    bad: [...roomFaults, ['a key that is not there', { GroupAttr: [{ key: 'absent' }] }, 10050]],
  },
  { command: `${groups}/clear_group_attr`, good: { GroupId: 'muted-room' }, answer: {}, bad: roomFaults },
];
