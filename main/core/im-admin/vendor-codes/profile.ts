import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** Profiles, relations and global mutes: 40xxx, 3000x, 1300xx (tencent-im A2). */
export const profileCodes: VendorCodeTable = {
  30005: entry(
    'refused-by-service',
    r.reword,
    'A text in the relation data has a forbidden word.',
    '关系链资料中含有敏感词。',
  ),
  30006: entry(
    'unavailable',
    r.wait,
    'The relation service had an internal fault.',
    '关系链服务内部错误。',
    'back-off',
  ),
  30007: entry('timeout', r.wait, 'The relation service took too long.', '关系链服务超时。', 'back-off'),
  40001: entry(
    'invalid-input',
    r.checkInput,
    'A value in the profile request is not valid.',
    '资料请求参数不合法。',
  ),
  40002: entry('invalid-input', r.checkUser, 'No account was named.', '未指定账号。'),
  40003: entry('not-found', r.checkUser, 'The account does not exist.', '该账号不存在。'),
  40004: entry('not-allowed', r.useAdmin, 'The account is not an App admin.', '该账号不是 App 管理员。'),
  40005: entry('refused-by-service', r.reword, 'The profile has a forbidden word.', '资料中含有敏感词。'),
  40006: entry(
    'unavailable',
    r.wait,
    'The profile service had an internal fault.',
    '资料服务内部错误。',
    'back-off',
  ),
  40007: entry(
    'not-allowed',
    r.console,
    'No right to read this profile field.',
    '没有读取该资料字段的权限。',
  ),
  40008: entry(
    'not-allowed',
    r.console,
    'No right to change this profile field.',
    '没有修改该资料字段的权限。',
  ),
  40009: entry('invalid-input', r.console, 'The app has no such profile field.', '本应用没有该资料字段。'),
  40601: entry('invalid-input', r.shorten, 'A profile value is over 500 bytes.', '资料值超过 500 字节。'),
  40605: entry(
    'invalid-input',
    r.checkInput,
    'A profile value is not one of those allowed.',
    '资料值不在允许范围内。',
  ),
  40610: entry('invalid-input', r.checkInput, 'A profile value is of the wrong type.', '资料值类型不正确。'),
  130001: entry(
    'internal',
    r.report,
    'The service says the request is not JSON.',
    '服务称请求不是合法 JSON。',
  ),
  130002: entry('invalid-input', r.checkUser, 'The account to look up is missing.', '缺少要查询的账号。'),
  130003: entry('invalid-input', r.checkUser, 'The account to look up is not valid.', '要查询的账号不合法。'),
  130004: entry('invalid-input', r.checkUser, 'The account to mute is missing.', '缺少要禁言的账号。'),
  130005: entry('invalid-input', r.checkUser, 'The account to mute is not valid.', '要禁言的账号不合法。'),
  130008: entry('internal', r.report, 'The mute request had no duration.', '禁言请求缺少时长。'),
  130014: entry('unavailable', r.later, 'The mute service had an internal fault.', '禁言服务系统错误。'),
};
