import type { Priority } from './priority.ts';
import type { CodeOrigin } from './vendor-codes.ts';

/** Calls allowed in a span of time, per app and command (tencent-im A1, call rates). */
export type Rate = Readonly<{ calls: number; perMs: number }>;

/** A little more than the service's second: clocks do not tick alike. */
const SECOND_MS = 1010;
const usual: Rate = { calls: 200, perMs: SECOND_MS };
const halved: Rate = { calls: 100, perMs: SECOND_MS };
const onceASecond: Rate = { calls: 1, perMs: SECOND_MS };

/** One command of the REST interface and how it may be called. */
export type Command = Readonly<{
  /** `<service>/<command>` of the address. */
  path: string;
  rate: Rate;
  priority: Priority;
  /**
   * `again` = doing it twice is the same as once, so a request whose answer was lost may be sent again. `once` = it
   * would be seen or counted twice, so it is sent again only when the service said that it did nothing.
   */
  repeat: 'again' | 'once';
  origin: CodeOrigin;
}>;

const command = (path: string, extra: Partial<Omit<Command, 'path'>> = {}): Command => ({
  path,
  rate: usual,
  priority: 'normal',
  repeat: 'again',
  origin: 'general',
  ...extra,
});

const group = (name: string, extra: Partial<Omit<Command, 'path'>> = {}): Command =>
  command(`group_open_http_svc/${name}`, extra);
const live = (name: string): Command => command(`group_open_avchatroom_http_svc/${name}`);
const account = (name: string, extra: Partial<Omit<Command, 'path'>> = {}): Command =>
  command(`im_open_login_svc/${name}`, extra);
const dirtyWords = (name: string, rate = usual): Command =>
  command(`openim_dirty_words/${name}`, { rate, priority: 'bulk' });
const audit = (name: string, repeat: Command['repeat'] = 'again'): Command =>
  command(`im_msg_audit_mgr/${name}`, { priority: 'bulk', origin: 'audit', repeat });

const urgent = { priority: 'urgent' } as const;
const once = { repeat: 'once' } as const;

/** Every command that Livedeck uses (tencent-im A3 to A12). */
export const commands = {
  forbidSendMsg: group('forbid_send_msg', urgent),
  getGroupMutedAccount: group('get_group_muted_account'),
  /** The old name of {@link commands.getGroupMutedAccount}. */
  getGroupShuttedUin: group('get_group_shutted_uin'),
  setNoSpeaking: command('openconfigsvr/setnospeaking', urgent),
  getNoSpeaking: command('openconfigsvr/getnospeaking'),
  /** Safe to repeat only because a repeated call carries the same `Random` (tencent-im A6). */
  sendGroupMsg: group('send_group_msg'),
  /** Nothing marks a repeated notice as the same one, so viewers would see it twice. */
  sendGroupSystemNotification: group('send_group_system_notification', once),
  groupMsgRecall: group('group_msg_recall', urgent),
  /** `Random` is documented, but not that a repeated one is dropped. */
  sendBroadcastMsg: group('send_broadcast_msg', { rate: onceASecond, repeat: 'once' }),
  createGroup: group('create_group'),
  createUnnamedGroup: group('create_group', once),
  destroyGroup: group('destroy_group'),
  getGroupInfo: group('get_group_info'),
  modifyGroupBaseInfo: group('modify_group_base_info'),
  getAppidGroupList: group('get_appid_group_list', { rate: onceASecond }),
  getOnlineMemberNum: group('get_online_member_num'),
  banGroupMember: group('ban_group_member', urgent),
  unbanGroupMember: group('unban_group_member', urgent),
  getGroupBanMember: group('get_group_ban_member'),
  getMembers: live('get_members'),
  modifyAdmin: live('modify_admin'),
  getAdminList: live('get_admin_list'),
  checkMembers: live('check_members'),
  updateGroupCounter: group('update_group_counter'),
  addToGroupCounter: group('update_group_counter', once),
  getGroupCounter: group('get_group_counter'),
  deleteGroupCounter: group('delete_group_counter'),
  getGroupAttr: command('group_open_attr_http_svc/get_group_attr'),
  modifyGroupAttr: group('modify_group_attr'),
  setGroupAttr: group('set_group_attr'),
  clearGroupAttr: group('clear_group_attr'),
  deleteGroupAttr: group('delete_group_attr'),
  getDirtyWords: dirtyWords('get', halved),
  addDirtyWords: dirtyWords('add'),
  deleteDirtyWords: dirtyWords('delete', halved),
  getLocalAuditKeywords: audit('get_local_audit_keywords'),
  addLocalAuditKeywords: audit('add_local_audit_keywords', 'once'),
  deleteLocalAuditKeywords: audit('delete_local_audit_keywords'),
  getCloudAuditKeywordsIds: audit('get_cloud_audit_keywords_ids'),
  getCloudAuditKeywords: audit('get_cloud_audit_keywords'),
  addCloudAuditKeywords: audit('add_cloud_audit_keywords', 'once'),
  deleteCloudAuditKeywords: audit('delete_cloud_audit_keywords'),
  accountImport: account('account_import'),
  multiaccountImport: account('multiaccount_import', { rate: halved, priority: 'bulk' }),
  accountCheck: account('account_check', { rate: halved }),
  kick: account('kick', urgent),
  portraitGet: command('profile/portrait_get'),
  portraitSet: command('profile/portrait_set'),
} as const satisfies Record<string, Command>;
