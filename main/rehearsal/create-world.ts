import type { Clock } from './clock.ts';
import { createIdentity, type IdentityInput } from './identity.ts';
import { createKeys } from './keys.ts';
import { createMetrics } from './metrics.ts';
import { createLinks } from './presence/links.ts';
import { createRandom } from './random.ts';
import { createRefusals } from './refusals.ts';
import { createDelivery } from './rooms/delivery.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { createAccounts } from './state/accounts.ts';
import { createBroadcasts } from './state/broadcasts.ts';
import { editionLimits } from './state/editions.ts';
import { createLoginGuard } from './state/login-guard.ts';
import { createPrivateMessages } from './state/private-messages.ts';
import { createWords } from './state/words.ts';
import type { World } from './world.ts';

type WorldOptions = {
  readonly clock: Clock;
  readonly identity: IdentityInput;
  readonly settings: Partial<Settings>;
  readonly v1PublicKeys: readonly string[];
};

/** A service without its servers: all state, no work. */
export const createWorld = (options: WorldOptions): World => {
  const identity = createIdentity(options.identity);
  const { clock } = options;
  const metrics = createMetrics();
  const settings: Settings = { ...defaultSettings, ...options.settings };
  return {
    identity,
    settings,
    limits: () => editionLimits[settings.edition],
    clock,
    random: createRandom(identity.seed),
    keys: createKeys(identity.secretKey),
    metrics,
    accounts: createAccounts(),
    loginGuard: createLoginGuard(),
    rooms: new Map(),
    words: createWords({ createdAt: clock.seconds(), now: clock.monotonic, settings }),
    delivery: createDelivery({ clock, metrics }),
    links: createLinks(),
    broadcasts: createBroadcasts(clock.wall),
    privateMessages: createPrivateMessages(),
    refusals: createRefusals(),
    watchers: new Set(),
    v1PublicKeys: [...options.v1PublicKeys],
  };
};
