import type { Clock } from './clock.ts';
import type { Identity } from './identity.ts';
import type { Keys } from './keys.ts';
import type { Metrics } from './metrics.ts';
import type { Links } from './presence/links.ts';
import type { Random } from './random.ts';
import type { Refusals } from './refusals.ts';
import type { Delivery } from './rooms/delivery.ts';
import type { Settings } from './settings.ts';
import type { Accounts } from './state/accounts.ts';
import type { Broadcasts } from './state/broadcasts.ts';
import type { EditionLimits } from './state/editions.ts';
import type { LoginGuard } from './state/login-guard.ts';
import type { PrivateMessages } from './state/private-messages.ts';
import type { Room } from './state/room.ts';
import type { Words } from './state/words.ts';

/** Tells the simulated audience what the service did to one of them. */
type MembershipWatcher = {
  removed(roomId: string, userId: string): void;
  allowedBack(roomId: string, userId: string): void;
};

/** All that the service knows, handed to every command. */
export type World = {
  readonly identity: Identity;
  readonly settings: Settings;
  /** What the present edition gives. */
  limits(): EditionLimits;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly metrics: Metrics;
  readonly accounts: Accounts;
  readonly loginGuard: LoginGuard;
  readonly rooms: Map<string, Room>;
  readonly words: Words;
  readonly delivery: Delivery;
  readonly links: Links;
  readonly broadcasts: Broadcasts;
  readonly privateMessages: PrivateMessages;
  readonly refusals: Refusals;
  readonly watchers: Set<MembershipWatcher>;
  /** PEM keys of the app's v1 key pairs. */
  readonly v1PublicKeys: string[];
};
