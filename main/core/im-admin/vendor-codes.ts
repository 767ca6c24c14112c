import { type AppError, appError } from '../../contract/app-error.ts';
import { scrubVendorInfo } from './scrub.ts';
import { accountCodes } from './vendor-codes/account.ts';
import { auditCodes } from './vendor-codes/audit.ts';
import { entry, type RetryClass, type VendorCodeEntry, type VendorCodeTable } from './vendor-codes/entry.ts';
import { codeFamilies } from './vendor-codes/families.ts';
import { gatewayCodes } from './vendor-codes/gateway.ts';
import { groupCodes } from './vendor-codes/group.ts';
import { groupMessageCodes } from './vendor-codes/group-messages.ts';
import { messageCodes } from './vendor-codes/message.ts';
import { messageFormatCodes } from './vendor-codes/message-format.ts';
import { profileCodes } from './vendor-codes/profile.ts';
import { sdkMessageCodes } from './vendor-codes/sdk-messages.ts';
import { sdkRoomCodes } from './vendor-codes/sdk-rooms.ts';
import { sdkSessionCodes } from './vendor-codes/sdk-session.ts';

export type { RetryClass, VendorCodeEntry } from './vendor-codes/entry.ts';

/** Who made the code up: the keyword services reuse numbers of the SDK for other things. */
export type CodeOrigin = 'general' | 'audit';

/** Every code of the fact sheet's tables A2 and C7, by number. */
export const vendorCodes: VendorCodeTable = {
  ...sdkSessionCodes,
  ...sdkRoomCodes,
  ...sdkMessageCodes,
  ...gatewayCodes,
  ...accountCodes,
  ...groupCodes,
  ...groupMessageCodes,
  ...messageCodes,
  ...messageFormatCodes,
  ...profileCodes,
};

/** The SDK sometimes fails without any code. */
const noCode = entry(
  'unavailable',
  { en: 'Try again. If it stays, sign the account in again.', 'zh-CN': '请重试；若仍失败，请重新登录账号。' },
  'It failed, and no error code came with the failure.',
  '操作失败，且未返回错误码。',
);

const unknownCode = (code: number): VendorCodeEntry =>
  entry(
    'refused-by-service',
    {
      en: 'Look the code up in the vendor’s documents, or ask their support.',
      'zh-CN': '请在腾讯云文档中查询该错误码，或联系其技术支持。',
    },
    `The service refused with code ${code}, which Livedeck does not know.`,
    `服务以错误码 ${code} 拒绝了请求，Livedeck 尚不认识该错误码。`,
  );

/** What is known about a code; an honest general sentence where nothing is. */
export const lookUpVendorCode = (code: number, origin: CodeOrigin = 'general'): VendorCodeEntry =>
  (origin === 'audit' ? auditCodes[code] : undefined) ??
  vendorCodes[code] ??
  codeFamilies.find((family) => code >= family.from && code <= family.to)?.entry ??
  (code > 0 ? unknownCode(code) : noCode);

/** How a code may be tried again. */
export const retryClassOf = (code: number, origin: CodeOrigin = 'general'): RetryClass =>
  lookUpVendorCode(code, origin).retry;

/** The vendor's refusal as an error for people: what happened, what to do, and the code beside it. */
export const explainVendorCode = (code: number, info: string, origin: CodeOrigin = 'general'): AppError => {
  const known = lookUpVendorCode(code, origin);
  return appError(known.appErrorCode, known.text, {
    remedy: known.remedy,
    vendor: { code, info: scrubVendorInfo(info) },
    retryable: known.retry !== 'never',
  });
};
