import { type AppError, appError } from '../../contract/app-error.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { accountProblems } from '../accounts/account-problems.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { Until } from '../history/journal-events.ts';
import type { Batch } from '../im-admin/batch.ts';
import { BAN_REASON_BYTES } from '../im-admin/commands/bans.ts';
import { cutToBytes } from '../im-admin/fields.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import { bansOff } from './feed-gateway.ts';
import type { GatewayAnswer, ServiceGateway } from './gateway.ts';
import { createGathering } from './gathering.ts';

type Person = { readonly roomKey: RoomKey; readonly userId: string };
type Sanction = Person & { readonly seconds: number; readonly reason: string };
type Said = { readonly roomKey: RoomKey; readonly seq: number };
type InRoom = { readonly admin: ImAdmin; readonly roomId: string };

const accepted = (request: string): GatewayAnswer => ({ request, code: 0, info: '' });

const answerOf = (request: string, sent: Result<unknown, AppError>): Result<GatewayAnswer> =>
  sent.ok ? ok(accepted(request)) : err(sent.error);

/** The outcome of one item of a batch; a batch of which nothing was done answers for all of its items. */
const answerOfItem = (
  request: string,
  sent: Result<Batch<unknown>, AppError>,
  item: string,
): Result<GatewayAnswer> => {
  if (!sent.ok) return sent;
  const outcome = sent.value.find((one) => one.item === item)?.result;
  return outcome !== undefined && !outcome.ok ? err(outcome.error) : ok(accepted(request));
};

const NO_RIGHT = 10007;

/** An App admin has every right; what it is refused is not bought or not switched on (tencent-im A7). */
const sayBansOff = (answer: Result<GatewayAnswer>): Result<GatewayAnswer> => {
  if (answer.ok || answer.error.vendor?.code !== NO_RIGHT) return answer;
  const remedy = {
    en: 'Bans are switched on in the vendor’s console, in the editions that have them.',
    'zh-CN': '如版本支持，请在腾讯云控制台开启直播群封禁功能。',
  };
  return err({ ...answer.error, text: bansOff, remedy });
};

const untilOf = (
  accounts: readonly { readonly userId: string; readonly until: number | null }[],
  userId: string,
): Until => {
  const found = accounts.find((one) => one.userId === userId);
  return found === undefined ? null : (found.until ?? 'forever');
};

/** A service that goes on handing out pages for ever is not believed. */
const MOST_PAGES = 100;

const tooMany = appError('refused-by-service', {
  en: 'The list of banned people does not end. It could not be checked.',
  'zh-CN': '封禁名单过长，无法核对。',
});

const roomNotTold = appError('refused-by-service', {
  en: 'The service said nothing of this room.',
  'zh-CN': '服务端未返回该房间的信息。',
});

/** Reads the list of bans as far as these people are on it. */
const bannedUntil = async (
  { admin, roomId }: InRoom,
  userIds: readonly string[],
): Promise<Result<ReadonlyMap<string, Until>>> => {
  const found = new Map<string, Until>();
  let offset = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await admin.getGroupBanMember({ roomId, offset });
    if (!answer.ok) return answer;
    for (const userId of userIds) {
      const until = untilOf(answer.value.accounts, userId);
      if (until !== null) found.set(userId, until);
    }
    if (found.size === userIds.length || answer.value.next === undefined) return ok(found);
    offset = answer.value.next;
  }
  return err(tooMany);
};

const isMutedAll = async ({ admin, roomId }: InRoom): Promise<Result<boolean>> => {
  const answer = await admin.getGroupInfo({ roomIds: [roomId] });
  if (!answer.ok) return answer;
  const room = answer.value[0]?.result;
  if (room === undefined) return err(roomNotTold);
  return room.ok ? ok(room.value.muteAll) : room;
};

/** Moderation by the admin REST interface of the account that a room is open under. */
export const createAdminGateway = (accounts: OpenAccounts): ServiceGateway => {
  const within = async <T>(
    roomKey: RoomKey,
    run: (room: InRoom) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const found = accounts.ofRoom(roomKey);
    if (!found.ok) return found;
    const { session, roomId } = found.value;
    return session.admin === undefined
      ? err(accountProblems.needsKey())
      : run({ admin: session.admin, roomId });
  };
  const muting = createGathering<Sanction, Result<GatewayAnswer>>(async (asked) => {
    const [{ roomKey, seconds }] = asked;
    const userIds = asked.map(({ userId }) => userId);
    const sent = await within(roomKey, ({ admin, roomId }) =>
      admin.forbidSendMsg({ roomId, userIds, seconds }),
    );
    return ({ userId }) => answerOfItem('forbid_send_msg', sent, userId);
  });
  const banning = createGathering<Sanction, Result<GatewayAnswer>>(async (asked) => {
    const [{ roomKey, seconds, reason: whole }] = asked;
    // The journal keeps the whole reason; five hundred Chinese characters are more than the service takes.
    const reason = cutToBytes(whole, BAN_REASON_BYTES);
    const userIds = asked.map(({ userId }) => userId);
    const sent = await within(roomKey, ({ admin, roomId }) =>
      admin.banGroupMember({ roomId, userIds, seconds, reason }),
    );
    return ({ userId }) => sayBansOff(answerOfItem('ban_group_member', sent, userId));
  });
  const unbanning = createGathering<Person, Result<GatewayAnswer>>(async (asked) => {
    const userIds = asked.map(({ userId }) => userId);
    const sent = await within(asked[0].roomKey, ({ admin, roomId }) =>
      admin.unbanGroupMember({ roomId, userIds }),
    );
    return ({ userId }) => sayBansOff(answerOfItem('unban_group_member', sent, userId));
  });
  const recalling = createGathering<Said, Result<GatewayAnswer>>(async (asked) => {
    const seqs = asked.map(({ seq }) => seq);
    const sent = await within(asked[0].roomKey, ({ admin, roomId }) =>
      admin.groupMsgRecall({ roomId, seqs }),
    );
    return ({ seq }) => answerOfItem('group_msg_recall', sent, String(seq));
  });
  const readingMutes = createGathering<Person, Result<Until>>(async ([{ roomKey }]) => {
    const list = await within(roomKey, ({ admin, roomId }) => admin.getGroupMutedAccount({ roomId }));
    return ({ userId }) => (list.ok ? ok(untilOf(list.value, userId)) : list);
  });
  const readingBans = createGathering<Person, Result<Until>>(async (asked) => {
    const userIds = [...new Set(asked.map(({ userId }) => userId))];
    const list = await within(asked[0].roomKey, (room) => bannedUntil(room, userIds));
    return ({ userId }) => (list.ok ? ok(list.value.get(userId) ?? null) : list);
  });
  const mute: ServiceGateway['mute'] = (roomKey, userId, seconds) =>
    muting(`${roomKey}\n${seconds}`, { roomKey, userId, seconds, reason: '' });

  return {
    mute,
    unmute: (roomKey, userId) => mute(roomKey, userId, 0),
    mutedUntil: (roomKey, userId) => readingMutes(roomKey, { roomKey, userId }),
    ban: (roomKey, userId, seconds, reason) =>
      banning(`${roomKey}\n${seconds}\n${reason}`, { roomKey, userId, seconds, reason }),
    unban: (roomKey, userId) => unbanning(roomKey, { roomKey, userId }),
    bannedUntil: (roomKey, userId) => readingBans(roomKey, { roomKey, userId }),
    recall: (roomKey, seq) => recalling(roomKey, { roomKey, seq }),
    muteAll: (roomKey, on) =>
      within(roomKey, async ({ admin, roomId }) =>
        answerOf('modify_group_base_info', await admin.modifyGroupBaseInfo({ roomId, muteAll: on })),
      ),
    isMutedAll: (roomKey) => within(roomKey, isMutedAll),
    notice: (roomKey, text) =>
      within(roomKey, async ({ admin, roomId }) =>
        answerOf('send_group_system_notification', await admin.sendGroupSystemNotification({ roomId, text })),
      ),
  };
};
