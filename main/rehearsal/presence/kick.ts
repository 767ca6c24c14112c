import type { World } from '../world.ts';
import { pushTo } from './links.ts';

/** KickType of sdk-wire 3.4. */
export const kickTypes = { multipleAccount: 1, multipleDevice: 2, restApi: 3 } as const;
type KickType = (typeof kickTypes)[keyof typeof kickTypes];

export const kickBody = (world: World, type: KickType): unknown => ({
  EventArray: [
    {
      Event: 10,
      C2cNotifyMsgArray: [
        {
          NoticeSeq: world.random.uint32(),
          KickoutMsgNotify: { KickType: type, NewInstInfo: { InstType: 0, PlatForm: 'Web' } },
        },
      ],
    },
  ],
});

export const kickServcmd = 'im_open_status.stat_forceoffline';

/** Sends everyone logged in as this user away; false when nobody was. */
export const kickUser = (world: World, userId: string, type: KickType): boolean => {
  const online = world.links.of(userId).length > 0;
  pushTo(world.links, userId, kickServcmd, kickBody(world, type));
  return online;
};

/** REST `kick`: UserSigs issued before now are void, and whoever is online is sent away. */
export const kickByRest = (world: World, userId: string): boolean => {
  const account = world.accounts.get(userId);
  if (account === undefined) return false;
  // A UserSig knows whole seconds only; one of this very second cannot be told from a new one and stays good.
  account.revokedBefore = world.clock.seconds();
  account.kickedAt = world.clock.wall();
  kickUser(world, userId, kickTypes.restApi);
  return true;
};
