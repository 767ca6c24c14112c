import type { AppErrorCode, Localized } from '../../../contract/app-error.ts';

/**
 * Whether a refused request may be sent again unchanged: `back-off` after a growing pause, `rate` after the rate has
 * come down, `never` (tencent-im A1, retry classes).
 */
export type RetryClass = 'back-off' | 'rate' | 'never';

/** What is said about one code of the vendor. */
export type VendorCodeEntry = Readonly<{
  /** What happened and what it means. */
  text: Localized;
  /** What the person can do. */
  remedy: Localized;
  retry: RetryClass;
  appErrorCode: AppErrorCode;
}>;

export type VendorCodeTable = Readonly<Record<number, VendorCodeEntry>>;

export const entry = (
  appErrorCode: AppErrorCode,
  remedy: Localized,
  en: string,
  zh: string,
  retry: RetryClass = 'never',
): VendorCodeEntry => ({ text: { en, 'zh-CN': zh }, remedy, retry, appErrorCode });
