import type { AppError } from '../../contract/app-error.ts';
import type { Account } from '../../contract/models/account.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Mirror } from '../state/mirror.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountSession } from './account-session.ts';
import type { AccountStore, StoredAccount } from './account-store.ts';
import { factsOf, viewOf } from './account-view.ts';
import type { KeyVault } from './key-vault.ts';
import type { OpenAccounts } from './open-accounts.ts';
import type { SessionOpener } from './open-session.ts';
import type { SecretVault } from './secret-vault.ts';

export type AccountDeskDeps = {
  readonly store: AccountStore;
  readonly vault: KeyVault;
  readonly secrets: SecretVault;
  readonly opener: SessionOpener;
  readonly accounts: OpenAccounts;
  readonly mirror: Mirror;
};

/** Opens, closes, locks and forgets the stored accounts, and remembers which were open with which rooms. */
export const createAccountDesk = (deps: AccountDeskDeps) => {
  const { store, vault, secrets, opener, accounts, mirror } = deps;

  const secretOf = (stored: StoredAccount): { readonly unlocked: boolean } | undefined => {
    if (stored.kind === 'key-holder') return vault.info(stored.id);
    const needsNone = stored.kind === 'usersig-endpoint' && stored.headerName === undefined;
    return needsNone ? { unlocked: true } : secrets.info(stored.id);
  };

  const lockOf = (stored: StoredAccount): AppError | undefined => {
    const secret = secretOf(stored);
    if (secret === undefined) return accountProblems.secretGone();
    return secret.unlocked ? undefined : accountProblems.locked();
  };

  const show = (stored: StoredAccount, session: Account['session']) =>
    mirror.patch('accounts', { [stored.id]: viewOf(stored, session) });

  const showLocked = (stored: StoredAccount) =>
    show(stored, {
      state: 'locked',
      needs: secretOf(stored) === undefined ? 'secret' : 'passphrase',
    });

  const found = (accountId: string): Result<StoredAccount> => {
    const stored = store.get(accountId);
    return stored === undefined ? err(accountProblems.unknown()) : ok(stored);
  };

  const factsNow = (id: string) => () => {
    const stored = store.get(id);
    return stored === undefined ? {} : factsOf(stored);
  };

  const open = (accountId: string): Result<AccountSession> => {
    const current = accounts.get(accountId);
    if (current.ok) {
      if (mirror.get('accounts')[accountId]?.session.state === 'failed') current.value.signInAgain();
      return current;
    }
    const stored = found(accountId);
    if (!stored.ok) return stored;
    store.change(accountId, { open: true });
    const lock = lockOf(stored.value);
    if (lock !== undefined) {
      showLocked(stored.value);
      return err(lock);
    }
    const session = opener.open(stored.value, factsNow(accountId), () => store.seatEach(accountId));
    accounts.add(session);
    session.start();
    for (const roomId of stored.value.rooms) session.openRoom(roomId);
    mirror.patch('app', { firstStart: false });
    return ok(session);
  };

  const close = async (accountId: string): Promise<Result<null>> => {
    const stored = found(accountId);
    if (!stored.ok) return stored;
    store.change(accountId, { open: false });
    await accounts.close(accountId);
    show(stored.value, { state: 'closed' });
    return ok(null);
  };

  return {
    open,
    close,
    /** Stores an account whose secret is in the vault, and opens it, in place of what was under its id. */
    adopt: async (stored: StoredAccount): Promise<Result<{ accountId: string }>> => {
      await accounts.close(stored.id);
      store.put(stored);
      const opened = open(stored.id);
      return opened.ok ? ok({ accountId: stored.id }) : opened;
    },
    remove: async (accountId: string): Promise<Result<null>> => {
      const stored = found(accountId);
      if (!stored.ok) return stored;
      await close(accountId);
      const forgotten =
        stored.value.kind === 'key-holder' ? vault.forget(accountId) : secrets.forget(accountId);
      if (!forgotten.ok) return forgotten;
      store.remove(accountId);
      mirror.patch('accounts', { [accountId]: null });
      return ok(null);
    },
    unlock: async (accountId: string, passphrase: string): Promise<Result<null>> => {
      const stored = found(accountId);
      if (!stored.ok) return stored;
      if (secretOf(stored.value) === undefined) return err(accountProblems.secretGone());
      const keeper = stored.value.kind === 'key-holder' ? vault : secrets;
      const unlocked = await keeper.unlock(accountId, passphrase);
      if (!unlocked.ok) return unlocked;
      const opened = open(accountId);
      return opened.ok ? ok(null) : opened;
    },
    /** Remembers that a room is open, or not any more. */
    rememberRoom: (accountId: string, roomId: string, isOpen: boolean) => {
      const stored = store.get(accountId);
      if (stored === undefined) return;
      const others = stored.rooms.filter((id) => id !== roomId);
      store.change(accountId, { rooms: isOpen ? [...others, roomId] : others });
    },
    /** Forgets a room that is gone for good, and closes it where it is open. */
    dropRoom: (accountId: string, roomId: string) => {
      const session = accounts.get(accountId);
      if (session.ok) session.value.closeRoom(roomId);
    },
    /** Tells windows of a change in what is stored. */
    refresh: (accountId: string) => {
      const session = accounts.get(accountId);
      const stored = store.get(accountId);
      const shown = mirror.get('accounts')[accountId];
      if (session.ok) session.value.refresh();
      else if (stored !== undefined && shown !== undefined) show(stored, shown.session);
    },
    /** Shows what is stored, and opens what was open at the end of the last run. */
    reopen: () => {
      for (const stored of store.list()) {
        show(stored, { state: 'closed' });
        if (stored.open) open(stored.id);
        else if (secretOf(stored) === undefined) showLocked(stored);
      }
    },
    stored: found,
  };
};
export type AccountDesk = ReturnType<typeof createAccountDesk>;
