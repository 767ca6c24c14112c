/** Commands that exist but do not serve AVChatRooms, and the code they answer with (tencent-im A4, A6, D). */
export const refusedForLiveRooms: ReadonlyMap<string, number> = new Map([
  ['group_open_http_svc/add_group_member', 10007],
  ['group_open_http_svc/delete_group_member', 10004],
  ['group_open_http_svc/get_role_in_group', 10007],
  ['group_open_http_svc/get_group_member_info', 10007],
  ['group_open_http_svc/get_specified_group_member_info', 10007],
  ['group_open_http_svc/change_group_owner', 10007],
  ['group_open_http_svc/group_msg_get_simple', 10007],
  ['group_open_http_svc/clear_group_msg', 10035],
  ['group_open_http_svc/import_group', 10007],
  ['group_open_http_svc/import_group_msg', 10007],
  ['group_open_http_svc/import_group_member', 10007],
  ['group_open_http_svc/set_unread_msg_num', 10007],
  ['openim/modify_group_msg', 10007],
]);
