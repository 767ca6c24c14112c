import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { kickBody, kickServcmd, kickTypes } from '../../presence/kick.ts';
import type { Link } from '../../presence/links.ts';
import { anonymousPrefix, seen } from '../../rooms/membership.ts';
import type { Account } from '../../state/accounts.ts';
import { verifyAccount } from '../../verify-account.ts';
import type { World } from '../../world.ts';
import { openCommand, type SocketCall, type SocketCommand, userCommand } from '../command.ts';
import { openSession } from '../session.ts';

/** Seconds between `wshello` (sdk-wire 3.1). */
const helloInterval = 120;

export const purchaseBits = (world: World): string =>
  world.settings.purchaseBits || world.limits().purchaseBits;

const loginAnswer = (world: World, account: Account, a2Key: string, instId: number): Answer =>
  done({
    A2Key: a2Key,
    TinyId: account.tinyId,
    TimeStamp: world.clock.seconds(),
    InstId: instId,
    HelloInterval: helloInterval,
    PurchaseBits: purchaseBits(world),
    CustomStatus: '',
  });

/** The oldest logins beyond the allowed number are sent away (tencent-im C2). */
const replaceOlder = (world: World, mine: Link): void => {
  const others = world.links
    .of(mine.userId)
    .filter((link) => link.instId !== mine.instId)
    .sort((a, b) => b.since - a.since);
  for (const link of others.slice(world.settings.webInstances - 1)) {
    world.links.replace(link.userId, link.instId);
    link.push(kickServcmd, JSON.stringify(kickBody(world, kickTypes.multipleAccount)));
  }
};

const deliverPrivate = (world: World, link: Link): void => {
  const waiting = world.privateMessages.take(link.userId);
  if (waiting.length === 0) return;
  link.push('im_open_push.msg_push', `{"EventArray":[{"Event":2,"C2cMsgArray":[${waiting.join(',')}]}]}`);
};

const firstLogin = ({ world, connection, head }: SocketCall): Answer => {
  const { identifier, usersig, sdkappid } = head;
  if (sdkappid !== undefined && Number(sdkappid) !== world.identity.sdkAppId)
    return refuse(70020, String(sdkappid));
  if (identifier === '' || Buffer.byteLength(identifier) > 32 || identifier.startsWith(anonymousPrefix)) {
    return refuse(70402, 'a UserID has 1 to 32 bytes');
  }
  const verdict = verifyAccount(world, identifier, usersig);
  if ('ErrorCode' in verdict) return verdict;
  const isNew = world.accounts.get(identifier) === undefined;
  if (isNew && world.accounts.count() >= world.limits().accounts) return refuse(70398);
  const account = world.accounts.ensure(identifier, world.clock.seconds());
  const instId = 1 + world.random.below(0x7fff_fffe);
  const a2Key = world.keys.sealA2({
    userId: identifier,
    instId,
    sigIssuedAt: verdict.issuedAt,
    sigExpiresAt: verdict.expiresAt,
    madeAt: world.clock.wall(),
  });
  const link = connection.bind(identifier, instId);
  replaceOlder(world, link);
  setImmediate(deliverPrivate, world, link);
  return loginAnswer(world, account, a2Key, instId);
};

/** After a reconnect: the key of the first login is shown in place of a UserSig (sdk-wire 5.2). */
const loginAgain = ({ world, connection, head }: SocketCall): Answer => {
  const session = openSession(world, head.a2);
  if ('ErrorCode' in session) return session;
  const { account, a2 } = session;
  const link = connection.bind(account.userId, a2.instId);
  if (world.links.replaced(account.userId, a2.instId)) {
    setImmediate(() => link.push(kickServcmd, JSON.stringify(kickBody(world, kickTypes.multipleAccount))));
  } else {
    setImmediate(deliverPrivate, world, link);
  }
  return loginAnswer(world, account, head.a2, a2.instId);
};

const anything = z.unknown();

export const loginCommands: Readonly<Record<string, SocketCommand>> = {
  'im_open_status.wslogin': openCommand(anything, (call) =>
    call.head.a2 === '' ? firstLogin(call) : loginAgain(call),
  ),
  'im_open_status.wslogout': openCommand(anything, ({ connection }) => {
    connection.unbind();
    return done();
  }),
  'im_open_status.wshello': userCommand(anything, ({ world, account, instId }) => {
    seen(world, account.userId);
    return world.links.replaced(account.userId, instId)
      ? refuse(1002, 'logged in elsewhere', { KickType: kickTypes.multipleAccount, NewInstInfo: {} })
      : done();
  }),
  'heartbeat.alive': openCommand(anything, ({ world, connection }) => {
    const link = connection.link();
    if (link !== undefined) seen(world, link.userId);
    return done();
  }),
};
