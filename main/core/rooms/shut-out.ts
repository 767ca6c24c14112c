import { type AppError, appError } from '../../contract/app-error.ts';
import type { VendorFailure } from '../../contract/feed-port.ts';

/** Why we are not in a room, where the feed process knows more than the vendor's code says; by its word for it. */
const reasons: ReadonlyMap<string, AppError> = new Map([
  [
    'banned',
    appError(
      'not-allowed',
      {
        en: 'This account’s user was banned from the room. Nothing of it arrives any more.',
        'zh-CN': '该账号的用户已被封禁，不再收到此房间的任何内容。',
      },
      {
        remedy: {
          en: 'Ask the room’s owner or the key holder to lift the ban, then open the room again.',
          'zh-CN': '请群主或密钥持有者解除封禁，然后重新打开房间。',
        },
      },
    ),
  ],
  [
    'kicked',
    appError(
      'not-allowed',
      {
        en: 'The owner or an admin took this account’s user out of the room.',
        'zh-CN': '群主或管理员把该账号的用户移出了房间。',
      },
      {
        remedy: {
          en: 'Open the room again. If that fails, ask the owner to let the user in.',
          'zh-CN': '请重新打开房间；若仍不能进入，请联系群主。',
        },
      },
    ),
  ],
  [
    'awaiting-approval',
    appError(
      'not-ready',
      {
        en: 'This room lets nobody in by itself. Its owner or an admin has been asked.',
        'zh-CN': '该房间需要审核才能进入，已向群主或管理员提交申请。',
      },
      {
        remedy: {
          en: 'Have them let this account’s user in, then open the room again.',
          'zh-CN': '请对方通过申请，然后重新打开房间。',
        },
      },
    ),
  ],
]);

export const explainShutOut = ({ info }: VendorFailure): AppError | undefined => reasons.get(info);
