import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** REST gateway, 60xxx (tencent-im A2). */
export const gatewayCodes: VendorCodeTable = {
  60002: entry('internal', r.report, 'The service could not read the request.', '服务无法解析请求。'),
  60003: entry(
    'internal',
    r.report,
    'The service says the request is not JSON.',
    '服务称请求不是合法 JSON。',
  ),
  60004: entry('not-allowed', r.checkKey, 'The account or its signature is wrong.', '账号或签名不正确。'),
  60005: entry('not-allowed', r.checkKey, 'The account or its signature is wrong.', '账号或签名不正确。'),
  60006: entry('invalid-input', r.checkAppId, 'The SDKAppID is not valid.', 'SDKAppID 无效。'),
  60007: entry(
    'rate-limited',
    r.slowDown,
    'This command was called too often. The service refused this call.',
    '该接口调用过于频繁，本次请求被拒绝。',
    'rate',
  ),
  60008: entry(
    'timeout',
    r.wait,
    'The service took too long inside. Whether it acted is not known.',
    '服务内部超时，是否已执行尚不确定。',
    'back-off',
  ),
  60009: entry(
    'refused-by-service',
    r.console,
    'The service does not know this command, or has it switched off for this app.',
    '服务不认识该命令，或未对本应用开放。',
  ),
  60010: entry(
    'not-allowed',
    r.useAdmin,
    'The account is not an App admin, so it may not use the admin interface.',
    '该账号不是 App 管理员，不能使用管理接口。',
  ),
  60011: entry(
    'rate-limited',
    r.slowDown,
    'This app called the service too often. The service refused this call.',
    '本应用调用过于频繁，本次请求被拒绝。',
    'rate',
  ),
  60012: entry('internal', r.report, 'The request had no SDKAppID.', '请求缺少 SDKAppID。'),
  60013: entry(
    'refused-by-service',
    r.later,
    'A part of the service answered something unreadable.',
    '服务内部返回了无法解析的内容。',
  ),
  60014: entry(
    'refused-by-service',
    r.checkKey,
    'The service could not check the account in time.',
    '服务未能及时校验该账号。',
  ),
  60015: entry('invalid-input', r.checkUser, 'A user ID is not text.', '用户 ID 不是文本。'),
  60016: entry('not-allowed', r.console, 'This SDKAppID is disabled.', '该 SDKAppID 已被停用。'),
  60017: entry('not-allowed', r.console, 'This request is disabled for the app.', '该请求已对本应用禁用。'),
  60018: entry(
    'rate-limited',
    r.slowDown,
    'The requests came too often. The service refused this one.',
    '请求过于频繁，本次被拒绝。',
    'rate',
  ),
  60019: entry(
    'rate-limited',
    r.slowDown,
    'The requests came too often. The service refused this one.',
    '请求过于频繁，本次被拒绝。',
    'rate',
  ),
  60020: entry(
    'not-allowed',
    r.edition,
    'The plan has expired, or this feature was not bought.',
    '套餐已到期，或未购买该功能。',
  ),
  60021: entry(
    'not-allowed',
    {
      en: 'Add this computer’s public address to the app’s allow list in the console.',
      'zh-CN': '请在控制台把本机的公网 IP 加入白名单。',
    },
    'The app does not allow calls from this network address.',
    '该应用不允许来自此 IP 的调用。',
  ),
  60022: entry(
    'rate-limited',
    r.slowDown,
    'The service is overloaded and refused this call.',
    '服务过载，本次请求被拒绝。',
    'rate',
  ),
};
