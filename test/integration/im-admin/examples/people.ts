import { done, type Examples } from './example.ts';

const group = (name: string): string => `group_open_http_svc/${name}`;
const live = (name: string): string => `group_open_avchatroom_http_svc/${name}`;
const login = (name: string): string => `im_open_login_svc/${name}`;

/** Requests and answers about accounts and what they may do (tencent-im A4, A5, A7, A8, A12), as the fact sheet writes them. */
export const peopleExamples: Examples = {
  'mutes in a room': {
    call: (admin) => admin.forbidSendMsg({ roomId: 'r', userIds: ['a', 'b'], seconds: 600 }),
    path: group('forbid_send_msg'),
    request: { GroupId: 'r', Members_Account: ['a', 'b'], MuteTime: 600 },
    value: [done('a'), done('b')],
  },
  'reads who is muted': {
    call: (admin) => admin.getGroupMutedAccount({ roomId: 'r' }),
    path: group('get_group_muted_account'),
    request: { GroupId: 'r' },
    answer: {
      MutedAccountList: [
        { Member_Account: 'a', MutedUntil: 1_700_000_000 },
        { Member_Account: 'b', MutedUntil: 4_294_967_295 },
      ],
    },
    value: [
      { userId: 'a', until: 1_700_000_000_000 },
      { userId: 'b', until: null },
    ],
  },
  'reads who is muted where the old names are used': {
    call: (admin) => admin.getGroupMutedAccount({ roomId: 'r' }),
    path: group('get_group_muted_account'),
    request: { GroupId: 'r' },
    answer: { ShuttedUinList: [{ Member_Account: 'a', ShuttedUntil: 1_700_000_000 }] },
    value: [{ userId: 'a', until: 1_700_000_000_000 }],
  },
  'mutes everywhere': {
    call: (admin) => admin.setNoSpeaking({ userId: 'a', groupSeconds: 4_294_967_295 }),
    path: 'openconfigsvr/setnospeaking',
    request: { Set_Account: 'a', GroupmsgNospeakingTime: 4_294_967_295 },
    value: null,
  },
  'reads a mute everywhere': {
    call: (admin) => admin.getNoSpeaking({ userId: 'a' }),
    path: 'openconfigsvr/getnospeaking',
    request: { Get_Account: 'a' },
    answer: { C2CmsgNospeakingTime: 7196, GroupmsgNospeakingTime: 0 },
    value: { c2cSeconds: 7196, groupSeconds: 0 },
  },
  bans: {
    call: (admin) => admin.banGroupMember({ roomId: 'r', userIds: ['a'], seconds: 3600, reason: 'spam' }),
    path: group('ban_group_member'),
    request: { GroupId: 'r', Members_Account: ['a'], Duration: 3600, Description: 'spam' },
    value: [done('a')],
  },
  unbans: {
    call: (admin) => admin.unbanGroupMember({ roomId: 'r', userIds: ['a'] }),
    path: group('unban_group_member'),
    request: { GroupId: 'r', Members_Account: ['a'] },
    value: [done('a')],
  },
  'reads who is banned': {
    call: (admin) => admin.getGroupBanMember({ roomId: 'r' }),
    path: group('get_group_ban_member'),
    request: { GroupId: 'r', Offset: 0, Limit: 100 },
    answer: { BannedAccountList: [{ Member_Account: 'a', BannedUntil: 1_700_000_000 }], NextOffset: 100 },
    value: { accounts: [{ userId: 'a', until: 1_700_000_000_000 }], next: 100 },
  },
  'counts who is online': {
    call: (admin) => admin.getOnlineMemberNum({ roomId: 'r' }),
    path: group('get_online_member_num'),
    request: { GroupId: 'r' },
    answer: { OnlineMemberNum: 1204 },
    value: 1204,
  },
  'appoints room admins': {
    call: (admin) => admin.modifyAdmin({ roomId: 'r', userIds: ['a', 'b'], appoint: true }),
    path: live('modify_admin'),
    request: { GroupId: 'r', CommandType: 1, Admin_Account: ['a', 'b'] },
    value: [done('a'), done('b')],
  },
  'removes a room admin': {
    call: (admin) => admin.modifyAdmin({ roomId: 'r', userIds: ['a'], appoint: false }),
    path: live('modify_admin'),
    request: { GroupId: 'r', CommandType: 2, Admin_Account: ['a'] },
    value: [done('a')],
  },
  'lists room admins': {
    call: (admin) => admin.getAdminList({ roomId: 'r' }),
    path: live('get_admin_list'),
    request: { GroupId: 'r' },
    answer: { Admin_List: [{ Admin_Account: 'a', NickName: 'A', Avatar: 'https://x/y' }] },
    value: [{ userId: 'a', nick: 'A', avatar: 'https://x/y' }],
  },
  'lists who is in the room': {
    call: (admin) => admin.getMembers({ roomId: 'r', mark: 1000 }),
    path: live('get_members'),
    request: { GroupId: 'r', Timestamp: 0, Mark: 1000 },
    answer: {
      MemberList: [{ Member_Account: 'a', JoinTime: 1_700_000_000, NickName: 'A', Avatar: '' }],
      NextTimestamp: 17,
    },
    value: { members: [{ userId: 'a', nick: 'A', avatar: '', joinedAt: 1_700_000_000_000 }], cursor: 17 },
  },
  'asks who of these is in the room': {
    call: (admin) => admin.checkMembers({ roomId: 'r', userIds: ['a', 'b'] }),
    path: live('check_members'),
    request: { GroupId: 'r', Member_Account: ['a', 'b'] },
    answer: { Member_Account: ['b'] },
    value: [done('a', false), done('b', true)],
  },
  'imports an account': {
    call: (admin) => admin.accountImport({ userId: 'a', nick: 'A' }),
    path: login('account_import'),
    request: { UserID: 'a', Nick: 'A' },
    value: null,
  },
  'imports many accounts': {
    call: (admin) => admin.multiaccountImport({ userIds: ['a'] }),
    path: login('multiaccount_import'),
    request: { AccountList: [{ UserID: 'a' }] },
    answer: { FailAccounts: [] },
    value: [done('a')],
  },
  'asks whether accounts exist': {
    call: (admin) => admin.accountCheck({ userIds: ['a', 'b'] }),
    path: login('account_check'),
    request: { CheckItem: [{ UserID: 'a' }, { UserID: 'b' }] },
    answer: {
      ResultItem: [
        { UserID: 'a', ResultCode: 0, ResultInfo: '', AccountStatus: 'Imported' },
        { UserID: 'b', ResultCode: 0, ResultInfo: '', AccountStatus: 'NotImported' },
      ],
    },
    value: [done('a', true), done('b', false)],
  },
  'ends the sessions of an account': {
    call: (admin) => admin.kick({ userId: 'a' }),
    path: login('kick'),
    request: { UserID: 'a' },
    value: null,
  },
  'reads profiles': {
    call: (admin) =>
      admin.portraitGet({ userIds: ['a'], tags: ['Tag_Profile_IM_Nick', 'Tag_Profile_IM_Level'] }),
    path: 'profile/portrait_get',
    request: { To_Account: ['a'], TagList: ['Tag_Profile_IM_Nick', 'Tag_Profile_IM_Level'] },
    answer: {
      UserProfileItem: [
        {
          To_Account: 'a',
          ProfileItem: [
            { Tag: 'Tag_Profile_IM_Nick', Value: 'A' },
            { Tag: 'Tag_Profile_IM_Level', Value: 3 },
          ],
          ResultCode: 0,
          ResultInfo: '',
        },
      ],
    },
    value: [done('a', { Tag_Profile_IM_Nick: 'A', Tag_Profile_IM_Level: 3 })],
  },
  'changes a profile': {
    call: (admin) => admin.portraitSet({ userId: 'a', values: { Tag_Profile_IM_Nick: 'A' } }),
    path: 'profile/portrait_set',
    request: { From_Account: 'a', ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'A' }] },
    value: null,
  },
};
