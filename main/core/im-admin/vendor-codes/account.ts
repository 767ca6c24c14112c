import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** Accounts and UserSigs, 70xxx (tencent-im A2). */
export const accountCodes: VendorCodeTable = {
  70001: entry(
    'not-allowed',
    {
      en: 'Livedeck makes a new UserSig by itself when it holds the key; check this computer’s clock. A moderator asks for a new pass.',
      'zh-CN': '持有密钥时 Livedeck 会自动签发新的 UserSig，请检查本机时钟；房管请索取新的通行证。',
    },
    'The UserSig has expired.',
    'UserSig 已过期。',
  ),
  70002: entry('not-allowed', r.newSignature, 'The UserSig is empty.', 'UserSig 为空。'),
  70003: entry(
    'not-allowed',
    r.newSignature,
    'The UserSig is not valid. Often a part of it was lost while copying.',
    'UserSig 无效，通常是复制时被截断。',
  ),
  70005: entry('not-allowed', r.newSignature, 'The UserSig is not valid.', 'UserSig 无效。'),
  70009: entry(
    'not-allowed',
    r.checkKey,
    'The signature does not fit this app. The key belongs to another SDKAppID.',
    '签名校验失败，密钥属于另一个 SDKAppID。',
  ),
  70013: entry(
    'not-allowed',
    r.newSignature,
    'The UserSig was made for another user.',
    'UserSig 是为另一个用户签发的。',
  ),
  70014: entry(
    'not-allowed',
    r.checkAppId,
    'The UserSig was made for another SDKAppID.',
    'UserSig 是为另一个 SDKAppID 签发的。',
  ),
  70016: entry(
    'not-allowed',
    {
      en: 'Use the SecretKey instead of keys.zip, or download the key pair of this app again.',
      'zh-CN': '请改用 SecretKey，或重新下载本应用的密钥对。',
    },
    'The service has no public key for this app.',
    '服务端没有本应用的公钥。',
  ),
  70020: entry(
    'not-found',
    r.checkAppId,
    'The service does not know this SDKAppID.',
    '服务不存在该 SDKAppID。',
  ),
  70050: entry(
    'rate-limited',
    {
      en: 'Wait one minute, and run Key check before you try again.',
      'zh-CN': '请等一分钟，并先做“密钥检查”再试。',
    },
    'The signature failed too many times; the service is blocking this account for a minute.',
    '签名校验失败次数过多，该账号被暂停一分钟。',
  ),
  70051: entry('not-allowed', r.console, 'The account is on the app’s block list.', '该账号已被列入黑名单。'),
  70052: entry(
    'not-allowed',
    r.newSignature,
    'The UserSig was revoked: this account was signed out by an admin.',
    'UserSig 已失效：该账号被管理员强制下线。',
  ),
  70107: entry('not-found', r.checkUser, 'The account does not exist.', '该账号不存在。'),
  70114: entry(
    'not-allowed',
    r.console,
    'The service refused for security reasons.',
    '因安全限制，服务拒绝了请求。',
  ),
  70169: entry('timeout', r.wait, 'The account service took too long.', '账号服务超时。', 'back-off'),
  70202: entry('timeout', r.wait, 'The account service took too long.', '账号服务超时。', 'back-off'),
  70206: entry(
    'invalid-input',
    r.fewer,
    'The number of accounts in one call is not allowed.',
    '单次账号数量不合法。',
  ),
  70398: entry(
    'not-allowed',
    r.quota,
    'The app has as many accounts as its edition allows (100 on trial).',
    '账号数已达版本上限（体验版为 100 个）。',
  ),
  70402: entry('invalid-input', r.checkInput, 'A value in the request is not valid.', '请求中有参数不合法。'),
  70403: entry(
    'not-allowed',
    r.useAdmin,
    'The account is not an App admin, so it may not do this.',
    '该账号不是 App 管理员，不能执行此操作。',
  ),
  70500: entry(
    'unavailable',
    r.wait,
    'The account service had an internal fault.',
    '账号服务内部错误。',
    'back-off',
  ),
  71000: entry(
    'not-allowed',
    r.console,
    'Only apps on the trial edition can delete accounts.',
    '仅体验版应用可以删除账号。',
  ),
};
