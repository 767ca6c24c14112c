import { type RegionName, regionByName } from '../accounts/region.ts';
import type { Log } from '../ports.ts';
import { createAdminCaller } from './admin-caller.ts';
import { createAdminSender, type UserSigFor } from './admin-sender.ts';
import { type CallQueue, createCallQueue, type QueueTimer } from './call-queue.ts';
import { createAccountCommands } from './commands/accounts.ts';
import { createAttributeCommands } from './commands/attributes.ts';
import { createBanCommands } from './commands/bans.ts';
import { createCloudAuditCommands } from './commands/cloud-audit-words.ts';
import { createCounterCommands } from './commands/counters.ts';
import { createDirtyWordCommands } from './commands/dirty-words.ts';
import { createLiveRoomCommands } from './commands/live-rooms.ts';
import { createLocalAuditCommands } from './commands/local-audit-words.ts';
import { createMessageCommands } from './commands/messages.ts';
import { createMuteCommands } from './commands/mutes.ts';
import { createProfileCommands } from './commands/profiles.ts';
import { createRecallCommands } from './commands/recall.ts';
import { createRoomListCommands } from './commands/room-lists.ts';
import { createRoomCommands } from './commands/rooms.ts';
import { createEndpoints } from './endpoints.ts';

export type ImAdminOptions = Readonly<{
  sdkAppId: number;
  /** An App admin of the console; `administrator` as a rule. */
  adminUserId: string;
  userSig: UserSigFor;
  fetch: typeof fetch;
  clock: QueueTimer;
  /** In [0, 1). */
  random: () => number;
  log: Log;
  /** The queue of the app, where other clients of it share its rates; else this client has one of its own. */
  queue?: CallQueue;
  /** Hears the service's clock with each answer, ms since the epoch. */
  onServerTime?: (at: number) => void;
}> &
  (Readonly<{ region: RegionName }> | Readonly<{ baseUrl: string }>);

/**
 * The admin REST interface of one app (tencent-im A). Every call answers a `Result`; its error's `outcome` says whether
 * the service may have acted all the same. Everything in flight or waiting fails when the client is disposed.
 */
export const createImAdmin = (options: ImAdminOptions) => {
  const { sdkAppId, clock, random, log } = options;
  const closing = new AbortController();
  const queue = options.queue ?? createCallQueue(clock);
  const addresses =
    'baseUrl' in options
      ? [options.baseUrl]
      : regionByName(options.region).domains.map((domain) => `https://${domain}`);
  const send = createAdminSender({
    sdkAppId,
    adminUserId: options.adminUserId,
    userSig: options.userSig,
    endpoints: createEndpoints(addresses, clock),
    queue,
    fetch: options.fetch,
    clock,
    random,
    closing: closing.signal,
    onServerTime: options.onServerTime ?? (() => undefined),
  });
  const call = createAdminCaller({ send, queue, clock, random, log, closing: closing.signal });

  return {
    ...createMuteCommands(call),
    ...createBanCommands(call),
    ...createMessageCommands(call, random),
    ...createRecallCommands(call),
    ...createRoomCommands(call),
    ...createRoomListCommands(call),
    ...createLiveRoomCommands(call),
    ...createAccountCommands(call),
    ...createProfileCommands(call),
    ...createDirtyWordCommands(call),
    ...createLocalAuditCommands(call, sdkAppId),
    ...createCloudAuditCommands(call, sdkAppId),
    ...createCounterCommands(call),
    ...createAttributeCommands(call),
    /** Calls that wait for their turn. */
    waiting: queue.waiting,
    dispose: (): void => {
      closing.abort();
      if (options.queue === undefined) queue.dispose();
    },
  };
};

export type ImAdmin = ReturnType<typeof createImAdmin>;
