import { z } from 'zod';
import { faultsSchema } from '../faults/faults.ts';
import { kickTypes, kickUser } from '../presence/kick.ts';
import type { ControlParts, ControlRoute } from './control.ts';
import { get, post } from './route.ts';

const kinds = {
  multipleAccount: kickTypes.multipleAccount,
  multipleDevice: kickTypes.multipleDevice,
  restApi: kickTypes.restApi,
} as const;

const kickRoute = post(
  'kick',
  'sends a user away: multipleAccount, multipleDevice or restApi',
  z.strictObject({ userId: z.string(), kind: z.enum(['multipleAccount', 'multipleDevice', 'restApi']) }),
  ({ world }, { userId, kind }) => ({ wasOnline: kickUser(world, userId, kinds[kind]) }),
);

const expireRoute = post(
  'expire',
  'lets the UserSig of a user (or of all but simulated people) run out now: the next request is answered 70001',
  z.strictObject({ userId: z.string().optional() }),
  ({ world }, { userId }) => {
    const accounts = [...world.accounts.all()].filter(
      (account) => !account.simulated && (userId ?? account.userId) === account.userId,
    );
    for (const account of accounts) account.expiredAt = world.clock.wall();
    return { expired: accounts.map((account) => account.userId) };
  },
);

const dropRoute = post(
  'drop',
  'cuts the sockets of a user, or all',
  z.strictObject({ userId: z.string().optional() }),
  ({ sockets }, { userId }) => {
    const connections = sockets.connections(userId);
    for (const connection of connections) connection.drop();
    return { dropped: connections.length };
  },
);

/** Pushes to the clients of a user, or to all; answers how many frames went out. */
const pushToClients = (
  { world }: ControlParts,
  userId: string | undefined,
  servcmd: string,
  body: unknown,
): number => {
  const text = JSON.stringify(body);
  const links = [...(userId === undefined ? world.links.users() : [userId])].flatMap((id) =>
    world.links.of(id),
  );
  for (const link of links) link.push(servcmd, text);
  return links.length;
};

const oversizeRoute = post(
  'oversize',
  'sends a user, or every client, one frame of this many bytes that carries no message',
  z.strictObject({ bytes: z.number().int().min(1).max(64_000_000), userId: z.string().optional() }),
  (parts, { bytes, userId }) => ({
    frames: pushToClients(parts, userId, 'im_open_push.msg_push', {
      EventArray: [],
      SessionData: 'x'.repeat(bytes),
    }),
  }),
);

const overloadRoute = post(
  'overload',
  'tells a user, or every client, to stop sending for some seconds (60022 in the SDK)',
  z.strictObject({
    servcmd: z.string().default('group_open_http_svc.send_group_msg'),
    seconds: z.number().int().min(1),
    userId: z.string().optional(),
  }),
  (parts, { servcmd, seconds, userId }) => ({
    frames: pushToClients(parts, userId, 'OverLoadPush.notify2', {
      OverLoadServCmd: servcmd,
      DelaySecs: seconds,
    }),
  }),
);

const blacklistRoute = post(
  'blacklist',
  'blacklists an account (70051), or ends that',
  z.strictObject({ userId: z.string(), blacklisted: z.boolean() }),
  ({ world }, { userId, blacklisted }) => {
    world.accounts.ensure(userId, world.clock.seconds()).blacklisted = blacklisted;
    return { userId, blacklisted };
  },
);

/** What can go wrong. */
export const disturbanceRoutes: readonly ControlRoute[] = [
  get('faults', 'the faults that are on', ({ faults }) => faults.plan()),
  post(
    'faults',
    'replaces the named faults, leaves the others',
    faultsSchema.partial(),
    ({ world, faults }, patch) => {
      faults.change(patch);
      world.clock.skewMs = faults.plan().clockSkewMs;
      return faults.plan();
    },
  ),
  kickRoute,
  expireRoute,
  dropRoute,
  oversizeRoute,
  overloadRoute,
  blacklistRoute,
];
