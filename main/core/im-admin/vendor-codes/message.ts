import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** Personal messages and moderation, 20xxx and 80xxx (tencent-im A2). */
export const messageCodes: VendorCodeTable = {
  20001: entry('internal', r.report, 'The service could not read the request.', '服务无法解析请求。'),
  20002: entry('not-allowed', r.newSignature, 'The sign-in is no longer valid.', '登录凭证已失效。'),
  20003: entry(
    'not-found',
    r.checkUser,
    'The sender or the receiver does not exist.',
    '发送者或接收者不存在。',
  ),
  20004: entry(
    'unavailable',
    r.wait,
    'The service had a network fault inside.',
    '服务内部网络异常。',
    'back-off',
  ),
  20005: entry(
    'unavailable',
    r.wait,
    'The message service had an internal fault.',
    '消息服务内部错误。',
    'back-off',
  ),
  20006: entry(
    'refused-by-service',
    r.ownBackend,
    'Your own webhook refused the message.',
    '你的回调服务拒绝了该消息。',
  ),
  20007: entry('not-allowed', r.nothing, 'The receiver has blocked the sender.', '接收者已拉黑发送者。'),
  20009: entry(
    'not-allowed',
    r.console,
    'The app lets only friends write to each other, and these two are not.',
    '本应用仅允许好友互发消息，双方不是好友。',
  ),
  20010: entry(
    'not-allowed',
    r.console,
    'The app lets only friends write to each other; the receiver is not the sender’s friend.',
    '本应用仅允许好友互发消息，对方不是你的好友。',
  ),
  20011: entry(
    'not-allowed',
    r.console,
    'The app lets only friends write to each other; the sender is not the receiver’s friend.',
    '本应用仅允许好友互发消息，你不是对方的好友。',
  ),
  20012: entry('not-allowed', r.unmute, 'The sender is muted everywhere.', '发送者已被全局禁言。'),
  20016: entry(
    'not-allowed',
    r.hideInstead,
    'The time in which a message can be recalled has passed.',
    '已超过可撤回时间。',
  ),
  20022: entry('not-found', r.hideInstead, 'The message to recall does not exist.', '要撤回的消息不存在。'),
  20023: entry('conflict', r.nothing, 'The message was already recalled.', '该消息已被撤回。'),
  80001: entry(
    'refused-by-service',
    r.reword,
    'The service’s moderation blocked the text. Nobody saw it.',
    '内容被服务的内容审核拦截，没有人看到。',
  ),
  80002: entry(
    'invalid-input',
    r.shorten,
    'The message is longer than the service takes (8 to 12 KB).',
    '消息超出长度上限（8 至 12 KB）。',
  ),
  80004: entry(
    'refused-by-service',
    r.reword,
    'The service’s moderation found the content risky and blocked it.',
    '内容审核判定有风险，已拦截。',
  ),
};
