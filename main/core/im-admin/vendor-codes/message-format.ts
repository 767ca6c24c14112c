import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

const badField = (field: string) =>
  entry('internal', r.report, `The message’s field ${field} is not valid.`, `消息字段 ${field} 不合法。`);

const internal = () =>
  entry(
    'unavailable',
    r.wait,
    'The message service had an internal fault.',
    '消息服务内部错误。',
    'back-off',
  );

/** The form of messages and the message service itself, 9xxxx (tencent-im A2). */
export const messageFormatCodes: VendorCodeTable = {
  90001: entry(
    'internal',
    r.report,
    'The service says the request is not JSON.',
    '服务称请求不是合法 JSON。',
  ),
  90002: badField('MsgBody'),
  90003: badField('To_Account'),
  90005: badField('MsgRandom'),
  90006: badField('MsgTimeStamp'),
  90007: badField('MsgBody'),
  90008: badField('From_Account'),
  90009: entry('not-allowed', r.useAdmin, 'The account is not an App admin.', '该账号不是 App 管理员。'),
  90010: entry('internal', r.report, 'The message is not in the expected form.', '消息格式不合法。'),
  90011: entry(
    'invalid-input',
    r.fewer,
    'A message goes to at most 500 people at once.',
    '一次最多发送给 500 人。',
  ),
  90012: entry('not-found', r.checkUser, 'A receiver does not exist.', '有接收者不存在。'),
  90026: entry('invalid-input', r.checkInput, 'A message is kept for at most 7 days.', '消息最多保存 7 天。'),
  90031: badField('SyncOtherMachine'),
  90043: badField('OfflinePushInfo'),
  90044: badField('MsgLifeTime'),
  90048: entry('not-found', r.checkUser, 'The account does not exist.', '该账号不存在。'),
  90054: badField('MsgKey'),
  90055: entry(
    'invalid-input',
    r.shorten,
    'The message is too large for many receivers.',
    '群发消息体过大。',
  ),
  90992: internal(),
  90994: internal(),
  90995: internal(),
  91000: internal(),
  91101: entry(
    'conflict',
    r.oneConsole,
    'Signed out: this account is open in too many windows.',
    '已下线：该账号同时打开的窗口过多。',
  ),
  93000: entry(
    'invalid-input',
    r.shorten,
    'The request is larger than the service takes.',
    '请求超出服务的大小上限。',
  ),
};
