import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { banMembers, unbanMembers, untilOnWire } from '../../rooms/moderation.ts';
import { activeBan } from '../../state/room.ts';
import { type RestCommand, roomCommand } from '../command.ts';
import { text, uint32, userIds } from '../fields.ts';

const service = 'group_open_http_svc';
/** "ban call: 20 accounts; list page 100; edition + switch" (tencent-im D). */
const maxPeople = 20;
const pageSize = 100;
const needsEdition = 'bans need the pro edition';

const ban = roomCommand(
  `${service}/ban_group_member`,
  z.object({
    Members_Account: userIds(maxPeople),
    Duration: uint32.min(1),
    Description: text(1_000).default(''),
  }),
  ({ world, operatorId }, room, { Members_Account, Duration, Description }) => {
    if (!world.limits().ban) return refuse(10007, needsEdition);
    banMembers(world, room, operatorId, Members_Account, { seconds: Duration, reason: Description });
    return done();
  },
);

const unban = roomCommand(
  `${service}/unban_group_member`,
  z.object({ Members_Account: userIds(maxPeople) }),
  ({ world, operatorId }, room, { Members_Account }) => {
    if (!world.limits().ban) return refuse(10007, needsEdition);
    unbanMembers(world, room, operatorId, Members_Account);
    return done();
  },
);

const getBanned = roomCommand(
  `${service}/get_group_ban_member`,
  z.object({
    Limit: z.number().int().min(1).max(pageSize).default(pageSize),
    Offset: z.number().int().min(0).default(0),
  }),
  ({ world }, room, { Limit, Offset }) => {
    if (!world.limits().ban) return refuse(10007, needsEdition);
    const now = world.clock.seconds();
    const banned = [...room.bans.keys()].flatMap((userId) => {
      const active = activeBan(room, userId, now);
      return active === undefined ? [] : [{ Member_Account: userId, BannedUntil: untilOnWire(active.until) }];
    });
    const end = Offset + Limit;
    return done({ BannedAccountList: banned.slice(Offset, end), NextOffset: end < banned.length ? end : 0 });
  },
);

export const banCommands: readonly RestCommand[] = [ban, unban, getBanned];
