import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Convention } from '../../contract/models/room.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import { createAdminGateway } from './admin-gateway.ts';
import { createFeedGateway } from './feed-gateway.ts';
import type { ModerationGateway, ServiceGateway } from './gateway.ts';
import { createWarn } from './warn.ts';

/** Each room by the account it is open under: the admin interface for key holders, the SDK for everybody else. */
export const createAccountGateway = (
  accounts: OpenAccounts,
  conventionOf: (roomKey: RoomKey) => Convention,
): ModerationGateway => {
  const byAdmin = createAdminGateway(accounts);
  const byFeed = createFeedGateway(accounts);
  const warn = createWarn(accounts, conventionOf);
  const of = (roomKey: RoomKey): ServiceGateway => {
    const found = accounts.ofRoom(roomKey);
    return found.ok && found.value.session.admin === undefined ? byFeed : byAdmin;
  };
  return {
    mute: (roomKey, ...rest) => of(roomKey).mute(roomKey, ...rest),
    unmute: (roomKey, ...rest) => of(roomKey).unmute(roomKey, ...rest),
    mutedUntil: (roomKey, ...rest) => of(roomKey).mutedUntil(roomKey, ...rest),
    ban: (roomKey, ...rest) => of(roomKey).ban(roomKey, ...rest),
    unban: (roomKey, ...rest) => of(roomKey).unban(roomKey, ...rest),
    bannedUntil: (roomKey, ...rest) => of(roomKey).bannedUntil(roomKey, ...rest),
    recall: (roomKey, ...rest) => of(roomKey).recall(roomKey, ...rest),
    muteAll: (roomKey, ...rest) => of(roomKey).muteAll(roomKey, ...rest),
    isMutedAll: (roomKey) => of(roomKey).isMutedAll(roomKey),
    notice: (roomKey, ...rest) => of(roomKey).notice(roomKey, ...rest),
    warn,
  };
};
