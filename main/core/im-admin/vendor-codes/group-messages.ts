import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** Recall, quotas, attributes and counters of groups, 10030 to 11000 (tencent-im A2). */
export const groupMessageCodes: VendorCodeTable = {
  10030: entry(
    'not-found',
    r.hideInstead,
    'The message to recall does not exist on the service.',
    '服务上不存在要撤回的消息。',
  ),
  10031: entry(
    'not-allowed',
    r.hideInstead,
    'The time in which a message can be recalled has passed (2 minutes unless the console says otherwise).',
    '已超过可撤回时间（默认 2 分钟）。',
  ),
  10032: entry('not-allowed', r.hideInstead, 'This message cannot be recalled.', '该消息不支持撤回。'),
  10033: entry('not-allowed', r.hideInstead, 'This type of room has no recall.', '该类型房间不支持撤回。'),
  10034: entry(
    'not-allowed',
    r.hideInstead,
    'This type of room cannot delete messages.',
    '该类型房间不支持删除消息。',
  ),
  10035: entry('not-allowed', r.hideInstead, 'Live rooms cannot delete messages.', '直播间不支持删除消息。'),
  10036: entry('not-allowed', r.quota, 'The app has as many live rooms as it may.', '直播间数量已达上限。'),
  10037: entry('not-allowed', r.quota, 'The user has as many rooms as allowed.', '该用户的房间数已达上限。'),
  10038: entry('not-allowed', r.quota, 'The room would have too many members.', '房间成员数超过上限。'),
  10041: entry('not-allowed', r.console, 'Recall is switched off for the app.', '本应用已关闭撤回功能。'),
  10045: entry('invalid-input', r.shorten, 'An attribute’s name is over 32 bytes.', '属性名超过 32 字节。'),
  10046: entry(
    'invalid-input',
    r.shorten,
    'An attribute’s value is over 4000 bytes.',
    '属性值超过 4000 字节。',
  ),
  10047: entry('invalid-input', r.fewer, 'A room has at most 16 attributes.', '一个房间最多 16 个属性。'),
  10048: entry(
    'invalid-input',
    r.shorten,
    'The room’s attributes are over 16000 bytes together.',
    '房间属性总长超过 16000 字节。',
  ),
  10049: entry(
    'rate-limited',
    r.slowDown,
    'The room’s attributes were written too often.',
    '房间属性写入过于频繁。',
    'rate',
  ),
  10050: entry('not-found', r.reread, 'The attribute does not exist.', '该属性不存在。'),
  10051: entry('invalid-input', r.report, 'The range to delete is not valid.', '删除范围不合法。'),
  10052: entry('invalid-input', r.fewer, 'Too many to delete at once.', '一次删除的数量过多。'),
  10053: entry(
    'invalid-input',
    r.fewer,
    'A message can mention at most 30 people.',
    '一条消息最多 @ 30 人。',
  ),
  10054: entry(
    'refused-by-service',
    r.fewer,
    'The answer is too large and must be read in pages.',
    '结果过大，需要分页读取。',
  ),
  10056: entry(
    'conflict',
    r.reread,
    'Somebody else changed the room’s attributes meanwhile.',
    '房间属性刚被他人修改。',
  ),
  10058: entry(
    'not-allowed',
    r.quota,
    'A trial app can have 100 rooms; they are all in use.',
    '体验版最多 100 个房间，已用完。',
  ),
  10059: entry(
    'not-allowed',
    r.edition,
    'The app’s edition does not include this.',
    '当前版本不包含该功能。',
  ),
  10063: entry('invalid-input', r.fewer, 'A room has at most 20 counters.', '一个房间最多 20 个计数器。'),
  11000: entry(
    'not-allowed',
    r.edition,
    'Communities are not available for this app.',
    '本应用未开通社群功能。',
  ),
};
