import { many, type RestCase, roomFaults, text } from './rest-case.ts';

const groups = 'group_open_http_svc';

export const messageCases: readonly RestCase[] = [
  {
    command: `${groups}/send_group_msg`,
    good: {
      GroupId: 'night-show',
      Random: 7,
      MsgBody: text('hello'),
      MsgPriority: 'High',
      From_Account: 'xiaoyue',
    },
    answer: {},
    bad: [
      ...roomFaults,
      ['no Random', { Random: undefined }, 10004],
      ['a Random beyond uint32', { Random: 4_294_967_296 }, 10004],
      ['no MsgBody', { MsgBody: undefined }, 10004],
      ['a MsgBody that is no list', { MsgBody: 'hello' }, 10004],
      ['an empty MsgBody', { MsgBody: [] }, 10004],
      ['an element of no known type', { MsgBody: [{ MsgType: 'TIMDanceElem', MsgContent: {} }] }, 10004],
      ['a text without a text', { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: {} }] }, 10004],
      [
        'two custom elements',
        {
          MsgBody: [
            { MsgType: 'TIMCustomElem', MsgContent: {} },
            { MsgType: 'TIMCustomElem', MsgContent: {} },
          ],
        },
        10004,
      ],
      ['an unknown priority', { MsgPriority: 'Urgent' }, 10004],
      ['a sender who is no account', { From_Account: 'nobody' }, 10019],
      ['more than 12 KB', { MsgBody: text('长'.repeat(4_100)) }, 80_002],
      ['OnlineOnlyFlag', { OnlineOnlyFlag: 1 }, 10004],
      ['named receivers', { To_Account: ['ann'] }, 10004],
      ['a sender who is muted everywhere', { From_Account: 'bob', Random: 8 }, 10017],
      ['a dirty word', { MsgBody: text('so rotten'), Random: 9 }, 80_001],
    ],
  },
  {
    command: `${groups}/send_group_system_notification`,
    good: { GroupId: 'night-show', Content: 'five minutes' },
    answer: {},
    bad: [
      ...roomFaults,
      ['no Content', { Content: undefined }, 10004],
      ['an empty Content', { Content: '' }, 10004],
      ['more than 12 KB', { Content: 'x'.repeat(12_289) }, 80_002],
      ['named receivers', { ToMembers_Account: ['ann'] }, 10004],
      ['a dirty word', { Content: 'rotten' }, 80_001],
    ],
  },
  {
    command: `${groups}/group_msg_recall`,
    good: { GroupId: 'night-show', MsgSeqList: [{ MsgSeq: 1 }], Reason: 'x' },
    answer: { RecallRetList: [{ MsgSeq: 1, RetCode: 10030 }] },
    bad: [
      ...roomFaults,
      ['no list', { MsgSeqList: undefined }, 10004],
      ['11 messages', { MsgSeqList: many(11).map((_, MsgSeq) => ({ MsgSeq })) }, 10004],
      ['numbers for objects', { MsgSeqList: [1] }, 10004],
      ['a Reason of 101 bytes', { Reason: 'x'.repeat(101) }, 10004],
    ],
  },
  {
    command: `${groups}/delete_group_msg_by_sender`,
    good: { GroupId: 'night-show', Sender_Account: 'ann' },
    answer: {},
    bad: [...roomFaults, ['no sender', { Sender_Account: undefined }, 10004]],
  },
  {
    command: `${groups}/send_broadcast_msg`,
    good: { Random: 1, MsgBody: text('to all'), From_Account: 'xiaoyue' },
    answer: {},
    bad: [
      ['no Random', { Random: undefined }, 10004],
      ['an empty MsgBody', { MsgBody: [] }, 10004],
      ['more than 12 KB', { MsgBody: text('x'.repeat(12_300)) }, 80_002],
      ['a sender who is no account', { From_Account: 'nobody' }, 10019],
      ['a dirty word', { MsgBody: text('rotten') }, 80_001],
    ],
  },
  {
    command: `${groups}/get_online_member_num`,
    good: { GroupId: 'banned-room' },
    answer: { OnlineMemberNum: 1 },
    bad: roomFaults,
  },
  {
    command: 'openim/sendmsg',
    good: {
      SyncOtherMachine: 2,
      From_Account: 'xiaoyue',
      To_Account: 'ann',
      MsgRandom: 5,
      MsgBody: text('psst'),
    },
    answer: {},
    bad: [
      ['no receiver', { To_Account: undefined }, 90_003],
      ['a receiver who is no account', { To_Account: 'nobody' }, 90_012],
      ['a sender who is no account', { From_Account: 'nobody' }, 90_008],
      ['no MsgRandom', { MsgRandom: undefined }, 90_005],
      ['a MsgBody that is no list', { MsgBody: 'psst' }, 90_007],
      ['an element of no known type', { MsgBody: [{ MsgType: 'X', MsgContent: {} }] }, 90_002],
      ['a life of more than 7 days', { MsgLifeTime: 604_801 }, 90_026],
      ['SyncOtherMachine of 3', { SyncOtherMachine: 3 }, 90_031],
    ],
  },
  {
    command: 'openim/batchsendmsg',
    good: { To_Account: ['ann', 'nobody'], MsgRandom: 6, MsgBody: text('psst all') },
    answer: { ActionStatus: 'SomeError', ErrorList: [{ To_Account: 'nobody', ErrorCode: 70_107 }] },
    bad: [
      ['501 receivers', { To_Account: many(501) }, 90_011],
      ['no MsgRandom', { MsgRandom: undefined }, 90_005],
    ],
  },
  {
    command: 'openim/admin_msgwithdraw',
    good: { From_Account: 'xiaoyue', To_Account: 'ann', MsgKey: '$MsgKey' },
    answer: {},
    bad: [
      ['no sender', { From_Account: undefined }, 90_008],
      ['no receiver', { To_Account: undefined }, 90_003],
      ['no MsgKey', { MsgKey: undefined }, 90_054],
      ['a MsgKey that is not there', { MsgKey: 'x' }, 20_022],
      ['one that is withdrawn already', {}, 20_023],
    ],
  },
  ...['openim/query_online_status', 'openim/querystate'].map((command) => ({
    command,
    good: { To_Account: ['ann', 'nobody'], IsNeedDetail: 1 },
    answer: {
      QueryResult: [{ To_Account: 'ann', Status: 'Offline' }],
      ErrorList: [{ To_Account: 'nobody', ErrorCode: 70_107 }],
    },
    bad: [
      ['501 accounts', { To_Account: many(501) }, 90_011] as const,
      ['no accounts', { To_Account: undefined }, 90_003] as const,
    ],
  })),
];
