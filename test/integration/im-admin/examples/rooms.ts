import { done, type Examples } from './example.ts';

const group = (name: string): string => `group_open_http_svc/${name}`;

/** Requests and answers about rooms, messages, counters and attributes (tencent-im A3, A6, A9), as the fact sheet writes them. */
export const roomExamples: Examples = {
  'speaks as somebody with priority': {
    call: (admin) =>
      admin.sendGroupMsg({
        roomId: 'r',
        fromUserId: 'streamer1',
        priority: 'High',
        random: 8_912_345,
        cloudCustomData: 'x',
        elements: [
          { type: 'text', text: 'welcome' },
          { type: 'face', index: 6, data: 'abc' },
          { type: 'custom', data: '{"gift":1}', desc: 'gift' },
        ],
      }),
    path: group('send_group_msg'),
    request: {
      GroupId: 'r',
      Random: 8_912_345,
      MsgPriority: 'High',
      From_Account: 'streamer1',
      MsgBody: [
        { MsgType: 'TIMTextElem', MsgContent: { Text: 'welcome' } },
        { MsgType: 'TIMFaceElem', MsgContent: { Index: 6, Data: 'abc' } },
        { MsgType: 'TIMCustomElem', MsgContent: { Data: '{"gift":1}', Desc: 'gift', Ext: '', Sound: '' } },
      ],
      CloudCustomData: 'x',
    },
    answer: { MsgTime: 1_700_000_100, MsgSeq: 77 },
    value: { seq: 77, at: 1_700_000_100_000 },
  },
  'sends a system notice': {
    call: (admin) => admin.sendGroupSystemNotification({ roomId: 'r', text: '开播啦' }),
    path: group('send_group_system_notification'),
    request: { GroupId: 'r', Content: '开播啦' },
    value: null,
  },
  'sends to all rooms': {
    call: (admin) => admin.sendBroadcastMsg({ random: 7, elements: [{ type: 'text', text: 'hello' }] }),
    path: group('send_broadcast_msg'),
    request: { Random: 7, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello' } }] },
    answer: { MsgSeq: 5 },
    value: { seq: 5 },
  },
  recalls: {
    call: (admin) => admin.groupMsgRecall({ roomId: 'r', seqs: [77], reason: 'spam' }),
    path: group('group_msg_recall'),
    request: { GroupId: 'r', MsgSeqList: [{ MsgSeq: 77 }], Reason: 'spam' },
    answer: { RecallRetList: [{ MsgSeq: 77, RetCode: 0 }] },
    value: [done('77')],
  },
  'reads what is known of a room': {
    call: (admin) => admin.getGroupInfo({ roomIds: ['r'] }),
    path: group('get_group_info'),
    request: { GroupIdList: ['r'] },
    answer: {
      GroupInfo: [
        {
          GroupId: 'r',
          ErrorCode: 0,
          Type: 'AVChatRoom',
          Name: 'N',
          Introduction: 'i',
          Notification: 'n',
          FaceUrl: 'f',
          Owner_Account: 's',
          CreateTime: 1_700_000_000,
          MemberNum: 3,
          MuteAllMember: 'On',
        },
      ],
    },
    value: [
      done('r', {
        roomId: 'r',
        type: 'AVChatRoom',
        name: 'N',
        introduction: 'i',
        notice: 'n',
        faceUrl: 'f',
        ownerId: 's',
        muteAll: true,
        memberCount: 3,
        createdAt: 1_700_000_000_000,
      }),
    ],
  },
  'creates a room': {
    call: (admin) =>
      admin.createGroup({ roomId: 'room_1001', name: 'Night show', ownerId: 's', notice: 'n' }),
    path: group('create_group'),
    request: {
      Type: 'AVChatRoom',
      Name: 'Night show',
      GroupId: 'room_1001',
      Owner_Account: 's',
      Notification: 'n',
    },
    answer: { GroupId: 'room_1001', Type: 'AVChatRoom' },
    value: { roomId: 'room_1001' },
  },
  'dissolves a room': {
    call: (admin) => admin.destroyGroup({ roomId: 'r' }),
    path: group('destroy_group'),
    request: { GroupId: 'r' },
    value: null,
  },
  'mutes a whole room': {
    call: (admin) => admin.modifyGroupBaseInfo({ roomId: 'r', muteAll: true }),
    path: group('modify_group_base_info'),
    request: { GroupId: 'r', MuteAllMember: 'On' },
    value: null,
  },
  'renames a room': {
    call: (admin) => admin.modifyGroupBaseInfo({ roomId: 'r', name: '夜场', notice: '', operatorId: 's' }),
    path: group('modify_group_base_info'),
    request: { GroupId: 'r', Name: '夜场', Notification: '', From_Account: 's' },
    value: null,
  },
  'lists the rooms of the app': {
    call: (admin) => admin.getAppidGroupList({ limit: 2, type: 'AVChatRoom' }),
    path: group('get_appid_group_list'),
    request: { Limit: 2, Next: 0, GroupType: 'AVChatRoom' },
    answer: { TotalCount: 3, GroupIdList: [{ GroupId: 'a' }, { GroupId: 'b' }], Next: 9 },
    value: { roomIds: ['a', 'b'], total: 3, cursor: '9' },
  },
  'adds to a counter': {
    call: (admin) => admin.updateGroupCounter({ roomId: 'r', counters: { likes: 3 }, mode: 'increase' }),
    path: group('update_group_counter'),
    request: { GroupId: 'r', GroupCounter: [{ Key: 'likes', Value: 3 }], Mode: 'Increase' },
    answer: { GroupCounter: [{ Key: 'likes', Value: 103 }] },
    value: { likes: 103 },
  },
  'reads counters': {
    call: (admin) => admin.getGroupCounter({ roomId: 'r', keys: ['likes'] }),
    path: group('get_group_counter'),
    request: { GroupId: 'r', GroupCounterKeys: ['likes'] },
    answer: { GroupCounter: [{ Key: 'likes', Value: 103 }] },
    value: { likes: 103 },
  },
  'deletes all counters': {
    call: (admin) => admin.deleteGroupCounter({ roomId: 'r' }),
    path: group('delete_group_counter'),
    request: { GroupId: 'r' },
    value: null,
  },
  'reads attributes': {
    call: (admin) => admin.getGroupAttr({ roomId: 'r' }),
    path: 'group_open_attr_http_svc/get_group_attr',
    request: { GroupId: 'r' },
    answer: { GroupAttrAry: [{ key: 'k', value: 'v' }] },
    value: { k: 'v' },
  },
  'changes attributes': {
    call: (admin) => admin.modifyGroupAttr({ roomId: 'r', attributes: { k: 'v' } }),
    path: group('modify_group_attr'),
    request: { GroupId: 'r', GroupAttr: [{ key: 'k', value: 'v' }] },
    value: null,
  },
  'replaces all attributes': {
    call: (admin) => admin.setGroupAttr({ roomId: 'r', attributes: { k: 'v' } }),
    path: group('set_group_attr'),
    request: { GroupId: 'r', GroupAttr: [{ key: 'k', value: 'v' }] },
    value: null,
  },
  'clears attributes': {
    call: (admin) => admin.clearGroupAttr({ roomId: 'r' }),
    path: group('clear_group_attr'),
    request: { GroupId: 'r' },
    value: null,
  },
  'deletes an attribute': {
    call: (admin) => admin.deleteGroupAttr({ roomId: 'r', keys: ['k'] }),
    path: group('delete_group_attr'),
    request: { GroupId: 'r', GroupAttr: [{ key: 'k' }] },
    value: null,
  },
};
