import type { AudienceProfile, Rehearsal } from '../../contract/models/rehearsal.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { AccountSession } from '../accounts/account-session.ts';
import type { KeyVault } from '../accounts/key-vault.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { SessionOpener } from '../accounts/open-session.ts';
import type { Mirror } from '../state/mirror.ts';
import type { RehearsalReady, RehearsalService } from './rehearsal-service.ts';

export const REHEARSAL_ACCOUNT = 'rehearsal';

/** Opens, steers and closes the rehearsal account on top of the rehearsal service. */
export const createRehearsalAccount = (options: {
  readonly service: RehearsalService;
  readonly accounts: OpenAccounts;
  readonly mirror: Mirror;
  readonly vault: KeyVault;
  readonly open: SessionOpener['openKeyHolder'];
}) => {
  const { service, accounts, mirror, vault } = options;

  /** The same way in as for a real app, with the key that the service made up; it is never stored. */
  const openSession = async (ready: RehearsalReady): Promise<Result<AccountSession>> => {
    const { sdkAppId, secretKey, vj, admin, rest, socket } = ready;
    const kept = await vault.put({
      accountId: REHEARSAL_ACCOUNT,
      sdkAppId,
      key: { text: secretKey },
      protection: { by: 'memory' },
    });
    if (!kept.ok) return kept;
    return ok(
      options.open({
        identity: {
          id: REHEARSAL_ACCOUNT,
          kind: 'rehearsal',
          label: 'Rehearsal',
          sdkAppId,
          userId: vj,
          nick: 'VJ',
          socketUrl: socket,
        },
        adminUserId: admin,
        where: { baseUrl: rest },
      }),
    );
  };

  const publicView = (ready: RehearsalReady, audience: AudienceProfile, seed: number): Rehearsal => {
    const { rest, socket, sdkAppId, rooms } = ready;
    return { rest, socket, sdkAppId, rooms: [...rooms], audience, seed };
  };

  const show = (ready: RehearsalReady, audience: AudienceProfile, seed: number): Rehearsal => {
    const running = publicView(ready, audience, seed);
    mirror.patch('rehearsal', { running });
    return running;
  };

  return {
    start: async (audience: AudienceProfile, seed: number): Promise<Result<Rehearsal>> => {
      const current = mirror.get('rehearsal').running;
      if (current !== null) return ok(current);
      const started = await service.start({ audience, seed });
      if (!started.ok) return started;
      const opened = await openSession(started.value);
      if (!opened.ok) return opened;
      const session = opened.value;
      accounts.add(session);
      session.start();
      const first = started.value.rooms[0];
      if (first !== undefined) session.openRoom(first);
      mirror.patch('app', { firstStart: false });
      return ok(show(started.value, audience, seed));
    },
    setAudience: async (audience: AudienceProfile): Promise<Result<Rehearsal>> => {
      const set = await service.setAudience(audience);
      if (!set.ok) return set;
      return ok(show(set.value, audience, mirror.get('rehearsal').running?.seed ?? 0));
    },
    stop: async () => {
      await accounts.close(REHEARSAL_ACCOUNT);
      await service.stop();
      mirror.patch('rehearsal', { running: null });
    },
  };
};
export type RehearsalAccount = ReturnType<typeof createRehearsalAccount>;
