import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** Groups, 10001 to 10026 (tencent-im A2). */
export const groupCodes: VendorCodeTable = {
  10001: entry('not-ready', r.signIn, 'The account is not signed in.', '账号尚未登录。'),
  10002: entry(
    'unavailable',
    r.wait,
    'The room service had an internal fault.',
    '房间服务内部错误。',
    'back-off',
  ),
  10003: entry('internal', r.report, 'The service does not know this command.', '服务不认识该命令。'),
  10004: entry(
    'invalid-input',
    r.checkInput,
    'A value is not valid, or this type of room does not allow the action.',
    '参数不合法，或该类型房间不支持此操作。',
  ),
  10005: entry('invalid-input', r.fewer, 'Too many accounts in one call.', '单次账号数量过多。'),
  10006: entry(
    'rate-limited',
    r.slowDown,
    'The room’s actions came too often. The service refused this one.',
    '该房间操作过于频繁，本次被拒绝。',
    'rate',
  ),
  10007: entry(
    'not-allowed',
    r.askRight,
    'No right to do this here, the room type does not support it, or the feature is not switched on.',
    '没有权限、房间类型不支持，或功能未开启。',
  ),
  10008: entry(
    'not-allowed',
    r.checkKey,
    'The service called the request or its signature illegal.',
    '请求非法，或签名不正确。',
  ),
  10009: entry(
    'not-allowed',
    { en: 'Dissolve the room instead.', 'zh-CN': '请改为解散房间。' },
    'The owner cannot leave the room.',
    '群主不能退出房间。',
  ),
  10010: entry('not-found', r.checkRoom, 'The room does not exist or was dissolved.', '房间不存在或已解散。'),
  10011: entry('internal', r.report, 'The service could not read the request.', '服务无法解析请求。'),
  10012: entry('invalid-input', r.checkUser, 'The acting user ID is not valid.', '操作者的用户 ID 不合法。'),
  10013: entry('conflict', r.nothing, 'The user is already in the room.', '该用户已在房间内。'),
  10014: entry('not-allowed', r.quota, 'The room is full.', '房间人数已满。'),
  10015: entry('invalid-input', r.checkRoom, 'The room ID is not valid.', '房间 ID 不合法。'),
  10016: entry(
    'refused-by-service',
    r.ownBackend,
    'Your own webhook refused it.',
    '你的回调服务拒绝了此操作。',
  ),
  10017: entry(
    'not-allowed',
    r.unmute,
    'The sender is muted, or the whole room is.',
    '发送者已被禁言，或全员禁言中。',
  ),
  10018: entry(
    'refused-by-service',
    r.fewer,
    'The answer would be over 1 MB, so the service did not send it.',
    '返回内容超过 1 MB，服务未返回。',
  ),
  10019: entry('not-found', r.checkUser, 'An account does not exist.', '有账号不存在。'),
  10021: entry(
    'conflict',
    { en: 'Choose another room ID.', 'zh-CN': '请换一个房间 ID。' },
    'Somebody else has a room with this ID.',
    '该房间 ID 已被他人使用。',
  ),
  10023: entry(
    'rate-limited',
    r.slowDown,
    'The room is over its message rate. The message was not delivered.',
    '房间消息超出频率限制，该消息未送达。',
    'rate',
  ),
  10024: entry('conflict', r.nothing, 'This request was already handled.', '该请求已被处理。'),
  10025: entry(
    'conflict',
    { en: 'Open the existing room, or choose another ID.', 'zh-CN': '请打开已有房间，或换一个 ID。' },
    'You already own a room with this ID.',
    '你已拥有使用该 ID 的房间。',
  ),
  10026: entry('not-allowed', r.console, 'This command is disabled for the app.', '该命令已对本应用禁用。'),
};
