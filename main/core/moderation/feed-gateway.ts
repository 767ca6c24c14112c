import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import type { ModerateCommand } from '../../contract/feed-port.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { PassRight } from '../../contract/models/pass.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import { BAN_REASON_BYTES } from '../im-admin/commands/bans.ts';
import { cutToBytes } from '../im-admin/fields.ts';
import type { GatewayAnswer, ServiceGateway } from './gateway.ts';

const problem = (en: string, zh: string, remedy: Localized): AppError =>
  appError('not-allowed', { en, 'zh-CN': zh }, { remedy });

const askKeyHolder: Localized = {
  en: 'Ask the key holder to do it.',
  'zh-CN': '请由密钥持有者操作。',
};

const needsKey = {
  unban: problem(
    'Only the key holder can lift a ban: the service offers it to nobody else.',
    '只有密钥持有者可以解除封禁，服务未向其他账号开放该功能。',
    askKeyHolder,
  ),
  notice: problem(
    'Only the key holder can send a system notice. A comment reaches the room too.',
    '只有密钥持有者可以发送系统公告；也可以直接发送评论。',
    askKeyHolder,
  ),
  read: problem(
    'Without the key, the service does not tell who is muted or banned.',
    '没有密钥，无法查询禁言和封禁状态。',
    askKeyHolder,
  ),
};

const notInPass = problem('Your pass does not allow this.', '你的通行证不允许此操作。', {
  en: 'Ask the key holder for a pass that does.',
  'zh-CN': '请向密钥持有者索取包含该权限的通行证。',
});

const NO_RIGHT = 10007;
/** The SDK's own refusal where the app's edition has no bans (sdk-wire 9.1). */
const NO_BANS = 3122;

/** The vendor's sentence for 10007 covers many cases; here it is known whose right is missing, and where. */
const sayWhose = (error: AppError, userId: string, roomId: string, act: ModerateCommand['act']): AppError => {
  if (error.vendor?.code !== NO_RIGHT || act.type === 'recall') return error;
  const orBans: Localized =
    act.type === 'ban'
      ? { en: ', or bans are not switched on for this app', 'zh-CN': '，或该应用未开启封禁功能' }
      : { en: '', 'zh-CN': '' };
  return {
    ...error,
    text: {
      en: `The service refused: ${userId} is neither owner nor admin of the room ${roomId}${orBans.en}.`,
      'zh-CN': `服务拒绝了操作：${userId} 不是房间 ${roomId} 的群主或管理员${orBans['zh-CN']}。`,
    },
    remedy: {
      en: `Ask the key holder to make ${userId} an admin of this room (rooms page).`,
      'zh-CN': `请密钥持有者在房间页面把 ${userId} 设为该房间的管理员。`,
    },
  };
};

export const bansOff: Localized = {
  en: 'This app has no bans: its edition lacks them or they are not switched on. Mute instead.',
  'zh-CN': '该应用的版本不含封禁功能或未开启，请改用禁言。',
};

/** Moderation as the signed-in user, for accounts without the key: what the service lets an owner or room admin do. */
export const createFeedGateway = (accounts: OpenAccounts): ServiceGateway => {
  const act = async (
    roomKey: RoomKey,
    right: PassRight,
    what: ModerateCommand['act'],
  ): Promise<Result<GatewayAnswer>> => {
    const found = accounts.ofRoom(roomKey);
    if (!found.ok) return found;
    const { session, roomId } = found.value;
    if (session.rights !== undefined && !session.rights.may.includes(right)) return err(notInPass);
    const done = await session.moderate(roomId, what);
    if (done.ok) return ok({ request: `sdk ${what.type}`, code: 0, info: '' });
    if (done.error.vendor?.code === NO_BANS) return err({ ...done.error, text: bansOff });
    return err(sayWhose(done.error, session.identity.userId, roomId, what));
  };
  const mute = (roomKey: RoomKey, userId: string, seconds: number) =>
    act(roomKey, 'mute', { type: 'mute', userId, seconds });

  return {
    mute,
    unmute: (roomKey, userId) => mute(roomKey, userId, 0),
    mutedUntil: async () => err(needsKey.read),
    ban: (roomKey, userId, seconds, reason) =>
      act(roomKey, 'ban', {
        type: 'ban',
        userId,
        seconds,
        reason: cutToBytes(reason, BAN_REASON_BYTES),
      }),
    unban: async () => err(needsKey.unban),
    bannedUntil: async () => err(needsKey.read),
    recall: (roomKey, seq) => act(roomKey, 'recall', { type: 'recall', seq }),
    muteAll: (roomKey, on) => act(roomKey, 'mute-all', { type: 'mute-all', on }),
    isMutedAll: async () => err(needsKey.read),
    notice: async () => err(needsKey.notice),
  };
};
