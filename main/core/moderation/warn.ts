import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Convention } from '../../contract/models/room.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { accountProblems } from '../accounts/account-problems.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { GatewayAnswer, ModerationGateway } from './gateway.ts';

/**
 * Warnings go out as the signed-in user, for key holders too: people are to see who warns them. A system notice to one
 * person does not exist in live rooms (tencent-im A4), so a warning to one alone is a private message.
 */
export const createWarn =
  (accounts: OpenAccounts, conventionOf: (roomKey: RoomKey) => Convention): ModerationGateway['warn'] =>
  async (roomKey, { userId, text, to }): Promise<Result<GatewayAnswer>> => {
    const found = accounts.ofRoom(roomKey);
    if (!found.ok) return found;
    const { session, roomId } = found.value;
    if (session.rights !== undefined && !session.rights.may.includes('say'))
      return err(accountProblems.sayNotInPass());
    const sent =
      to === 'room'
        ? await session.say(roomId, text, false, conventionOf(roomKey))
        : await session.moderate(roomId, { type: 'warn', userId, text });
    return sent.ok ? ok({ request: `sdk warn ${to}`, code: 0, info: '' }) : sent;
  };
