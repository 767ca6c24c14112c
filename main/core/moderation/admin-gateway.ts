import { type AppError, appError } from '../../contract/app-error.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { accountProblems } from '../accounts/account-problems.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { Until } from '../history/journal-events.ts';
import type { Batch } from '../im-admin/batch.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import type { GatewayAnswer, ModerationGateway } from './gateway.ts';

type InRoom = { readonly admin: ImAdmin; readonly roomId: string };

const accepted = (request: string): GatewayAnswer => ({ request, code: 0, info: '' });

const answerOf = (request: string, sent: Result<unknown, AppError>): Result<GatewayAnswer> =>
  sent.ok ? ok(accepted(request)) : err(sent.error);

/** A batch of one: its only outcome is the answer. */
const answerOfOne = (request: string, sent: Result<Batch<unknown>, AppError>): Result<GatewayAnswer> => {
  if (!sent.ok) return sent;
  const failed = sent.value.find(({ result }) => !result.ok)?.result;
  return failed !== undefined && !failed.ok ? err(failed.error) : ok(accepted(request));
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

const bannedUntil = async ({ admin, roomId }: InRoom, userId: string): Promise<Result<Until>> => {
  let offset = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await admin.getGroupBanMember({ roomId, offset });
    if (!answer.ok) return answer;
    const until = untilOf(answer.value.accounts, userId);
    if (until !== null || answer.value.next === undefined) return ok(until);
    offset = answer.value.next;
  }
  return err(tooMany);
};

const isMutedAll = async ({ admin, roomId }: InRoom): Promise<Result<boolean>> => {
  const answer = await admin.getGroupInfo({ roomIds: [roomId] });
  if (!answer.ok) return answer;
  const room = answer.value[0]?.result;
  if (room === undefined) return err(tooMany);
  return room.ok ? ok(room.value.muteAll) : room;
};

/** Moderation by the admin REST interface of the account that a room is open under. */
export const createAdminGateway = (accounts: OpenAccounts): ModerationGateway => {
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
  const mute = (roomKey: RoomKey, userId: string, seconds: number) =>
    within(roomKey, async ({ admin, roomId }) =>
      answerOfOne('forbid_send_msg', await admin.forbidSendMsg({ roomId, userIds: [userId], seconds })),
    );

  return {
    mute,
    unmute: (roomKey, userId) => mute(roomKey, userId, 0),
    mutedUntil: (roomKey, userId) =>
      within(roomKey, async ({ admin, roomId }) => {
        const list = await admin.getGroupMutedAccount({ roomId });
        return list.ok ? ok(untilOf(list.value, userId)) : list;
      }),
    ban: (roomKey, userId, seconds, reason) =>
      within(roomKey, async ({ admin, roomId }) =>
        answerOfOne(
          'ban_group_member',
          await admin.banGroupMember({ roomId, userIds: [userId], seconds, reason }),
        ),
      ),
    unban: (roomKey, userId) =>
      within(roomKey, async ({ admin, roomId }) =>
        answerOfOne('unban_group_member', await admin.unbanGroupMember({ roomId, userIds: [userId] })),
      ),
    bannedUntil: (roomKey, userId) => within(roomKey, (room) => bannedUntil(room, userId)),
    recall: (roomKey, seq) =>
      within(roomKey, async ({ admin, roomId }) =>
        answerOfOne('group_msg_recall', await admin.groupMsgRecall({ roomId, seqs: [seq] })),
      ),
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
