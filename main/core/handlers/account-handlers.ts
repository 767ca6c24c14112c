import { ok, type Result } from '../../contract/result.ts';
import { REHEARSAL_ACCOUNT } from '../rehearsal/open-rehearsal.ts';
import type { Handlers } from '../router.ts';
import type { Services } from './services.ts';

/** The answer of a call that has nothing to tell. */
const nothing = <T>(result: Result<T>): Result<Record<string, never>> => (result.ok ? ok({}) : result);

const accountHandlers = ({ accountsService, rehearsal, ports }: Services) => {
  const { desk } = accountsService;
  return {
    'account:check-key': async (input) => {
      const { findings, ...report } = await accountsService.checkKey(input);
      return ok({ ...report, findings: [...findings] });
    },
    'account:add': async (input) => {
      if (input.kind !== 'rehearsal') return accountsService.add(input);
      const seed = input.seed ?? ports.randomBytes(4).readUInt32BE();
      const started = await rehearsal.start(input.audience, seed);
      return started.ok ? ok({ accountId: REHEARSAL_ACCOUNT }) : started;
    },
    'account:open': ({ accountId }) => nothing(desk.open(accountId)),
    'account:close': async ({ accountId }) => {
      if (accountId !== REHEARSAL_ACCOUNT) return nothing(await desk.close(accountId));
      await rehearsal.stop();
      return ok({});
    },
    'account:remove': async ({ accountId }) => {
      if (accountId !== REHEARSAL_ACCOUNT) return nothing(await desk.remove(accountId));
      await rehearsal.stop();
      return ok({});
    },
    'account:unlock': async ({ accountId, passphrase }) => nothing(await desk.unlock(accountId, passphrase)),
    'account:test': async ({ accountId, roomId }) => {
      const stored = desk.stored(accountId);
      if (!stored.ok) return stored;
      return ok({ items: [...(await accountsService.test(stored.value, roomId))] });
    },
  } satisfies Partial<Handlers>;
};

const passHandlers = ({ accountsService: { passes }, mirror }: Services) => {
  const dismiss = () => mirror.patch('app', { offeredPass: '' });
  return {
    'pass:issue': passes.issue,
    'pass:inspect': passes.inspect,
    'pass:take': async (input) => {
      const taken = await passes.take(input);
      if (taken.ok) dismiss();
      return taken;
    },
    'pass:dismiss': () => {
      dismiss();
      return ok({});
    },
    'pass:revoke': passes.revoke,
  } satisfies Partial<Handlers>;
};

const roomsHandlers = ({ accountsService: { rooms } }: Services) =>
  ({
    'rooms:list': rooms.list,
    'rooms:create': rooms.create,
    'rooms:edit': rooms.edit,
    'rooms:admins': rooms.admins,
    'rooms:dissolve': rooms.dissolve,
  }) satisfies Partial<Handlers>;

/** Accounts, passes, and the rooms of an app. */
export const accountPageHandlers = (services: Services) => ({
  ...accountHandlers(services),
  ...passHandlers(services),
  ...roomsHandlers(services),
});
