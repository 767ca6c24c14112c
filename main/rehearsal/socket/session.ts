import { type Answer, refuse } from '../answer.ts';
import type { A2 } from '../keys.ts';
import type { Account } from '../state/accounts.ts';
import type { World } from '../world.ts';

export type Session = { readonly account: Account; readonly a2: A2 };

/** Who shows this a2 key; 70001 when it is not, or no longer, good: the SDK then asks for a new login (sdk-wire 3.4). */
export const openSession = (world: World, a2Key: string): Session | Answer => {
  const a2 = world.keys.openA2(a2Key);
  if (a2 === undefined) return refuse(70001, 'the login is not known here');
  if (a2.madeAt <= world.accounts.removedAt(a2.userId)) return refuse(70001, 'the account was deleted');
  // After a restart the account is not known yet, though the key is good.
  const account = world.accounts.ensure(a2.userId, world.clock.seconds());
  const isOver =
    a2.sigExpiresAt < world.clock.seconds() || a2.madeAt < account.kickedAt || a2.madeAt < account.expiredAt;
  if (account.blacklisted) return refuse(70051);
  return isOver ? refuse(70001, 'UserSig expired') : { account, a2 };
};
