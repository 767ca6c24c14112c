import { appError } from '../../contract/app-error.ts';

/** A moderation command got no answer from the feed process. */
export const actUnanswered = appError(
  'timeout',
  {
    en: 'The service did not answer in time. The action may or may not have taken effect.',
    'zh-CN': '服务未及时响应，操作可能已生效，也可能未生效。',
  },
  {
    remedy: {
      en: 'Look into the room before you try again.',
      'zh-CN': '重试前请先在房间内确认。',
    },
    retryable: true,
  },
);

/** The service allows one room a user, and no further user can be signed here. */
export const noSeat = appError(
  'not-allowed',
  {
    en: 'The service lets a user be in one room at a time, and this account is in another room already.',
    'zh-CN': '服务限制一个用户同时只能在一个房间，而该账号已在另一个房间中。',
  },
  {
    remedy: {
      en: 'Close the other room, or open this one with the account that holds the key: it signs a further user for each room.',
      'zh-CN': '请关闭另一个房间，或用持有密钥的账号打开本房间：它会为每个房间另签一个用户。',
    },
  },
);

/** The SDK's own codes for being signed out by somebody else (tencent-im C7). */
export const kickCodes: Readonly<Record<string, number>> = {
  multipleAccount: 3003,
  multipleDevice: 3002,
  userSigExpired: 3004,
  REST_API_Kick: 3006,
};
