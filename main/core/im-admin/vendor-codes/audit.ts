import { entry, type VendorCodeTable } from './entry.ts';
import { remedies as r } from './remedies.ts';

/** The keyword and moderation services number their errors themselves, over the SDK's (tencent-im A10). */
export const auditCodes: VendorCodeTable = {
  2001: entry('unavailable', r.later, 'The keyword service had an internal fault.', '审核词库服务内部错误。'),
  2002: entry(
    'internal',
    r.report,
    'The keyword service does not know this command.',
    '审核词库服务不认识该命令。',
  ),
  2003: entry(
    'invalid-input',
    r.checkInput,
    'The keyword service refused a value.',
    '审核词库服务称参数不合法。',
  ),
  2004: entry(
    'not-allowed',
    r.edition,
    'The app may not use the keyword service.',
    '本应用无权使用审核词库服务。',
  ),
  2015: entry('not-allowed', r.edition, 'The keyword service is not switched on.', '审核词库服务未开通。'),
  2016: entry('invalid-input', r.fewer, 'Too many keywords in one request.', '单次提交的关键词过多。'),
};
