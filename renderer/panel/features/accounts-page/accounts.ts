import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { Account } from '../../../../main/contract/models/account.ts';
import type { TestItem } from '../../../../main/contract/models/checks.ts';
import type { Result } from '../../../../main/contract/result.ts';
import type { Bridge, Topics } from '../../bridge/index.ts';
import type { Toasts } from '../toasts/index.ts';

/** What the page shows. `again` is the account whose secret is given once more. */
export type AccountsView =
  | { readonly at: 'list' | 'ways' | 'take-pass' | 'check' }
  | { readonly at: 'key-holder' | 'endpoint'; readonly again?: string };

/** The connection test of one account. */
export type TestRun =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly items: readonly TestItem[] }
  | { readonly state: 'failed'; readonly error: AppError };

/** What is open under an account's line. */
export type AccountPart = 'test' | 'passes' | 'remove';

/** Holds nothing secret: keys and passphrases go from their fields into one call and nowhere else. */
export type AccountsState = {
  readonly view: AccountsView;
  readonly parts: Readonly<Record<string, AccountPart>>;
  readonly tests: Readonly<Record<string, TestRun>>;
};

export const emptyAccounts: AccountsState = { view: { at: 'list' }, parts: {}, tests: {} };

/** Opens a part under an account; the one that is open closes. */
export const withPart = (state: AccountsState, accountId: string, part: AccountPart): AccountsState => {
  const { [accountId]: open, ...others } = state.parts;
  return { ...state, parts: open === part ? others : { ...others, [accountId]: part } };
};

export const withTest = (state: AccountsState, accountId: string, run: TestRun): AccountsState => ({
  ...state,
  tests: { ...state.tests, [accountId]: run },
});

/** Forgets what was shown of accounts that are gone. */
export const keepAccounts = (state: AccountsState, ids: ReadonlySet<string>): AccountsState => {
  const kept = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
  const known = [...Object.keys(state.parts), ...Object.keys(state.tests)];
  return known.every((id) => ids.has(id))
    ? state
    : { ...state, parts: kept(state.parts), tests: kept(state.tests) };
};

const kindOrder = ['key-holder', 'usersig-endpoint', 'pass', 'rehearsal'] as const;

/** Accounts in an order that no change of theirs moves: by kind, then by name. */
export const inOrder = (accounts: readonly Account[]): readonly Account[] =>
  [...accounts].sort(
    (a, b) =>
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
      a.label.localeCompare(b.label) ||
      (a.id < b.id ? -1 : 1),
  );

export type AccountsControl = {
  readonly state: StoreApi<AccountsState>;
  readonly show: (view: AccountsView) => void;
  readonly toggle: (accountId: string, part: AccountPart) => void;
  readonly open: (account: Account) => void;
  readonly close: (account: Account) => void;
  readonly remove: (account: Account) => void;
  readonly test: (accountId: string, roomId?: string) => void;
  readonly dispose: () => void;
};

export const createAccounts = (deps: {
  readonly bridge: Bridge;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): AccountsControl => {
  const { bridge, topics, toasts } = deps;
  const state = createStore<AccountsState>(() => emptyAccounts);

  const told = (
    answer: Result<unknown>,
    what: 'open' | 'close' | 'remove',
    account: Account,
    retry: () => void,
  ): void => {
    if (answer.ok) return;
    toasts.show({
      title: ({ t }) => t(`failed.account.${what}`, { account: account.label }),
      troubles: [{ where: undefined, error: answer.error }],
      retry,
    });
  };
  const act = async (what: 'open' | 'close' | 'remove', account: Account): Promise<void> => {
    const answer = await bridge.call(`account:${what}`, { accountId: account.id });
    told(answer, what, account, () => void act(what, account));
  };
  const test = async (accountId: string, roomId: string | undefined): Promise<void> => {
    state.setState((now) => withTest(now, accountId, { state: 'running' }), true);
    const answer = await bridge.call('account:test', { accountId, ...(roomId && { roomId }) });
    const run: TestRun = answer.ok
      ? { state: 'done', items: answer.value.items }
      : { state: 'failed', error: answer.error };
    state.setState((now) => withTest(now, accountId, run), true);
  };

  const stopTopics = topics.values.subscribe(({ accounts }, before) => {
    if (accounts === undefined || accounts === before.accounts) return;
    state.setState((now) => keepAccounts(now, new Set(Object.keys(accounts))), true);
  });

  return {
    state,
    show: (view) => state.setState({ view }),
    toggle: (accountId, part) => state.setState((now) => withPart(now, accountId, part), true),
    open: (account) => void act('open', account),
    close: (account) => void act('close', account),
    remove: (account) => void act('remove', account),
    test: (accountId, roomId) => void test(accountId, roomId),
    dispose: stopTopics,
  };
};
