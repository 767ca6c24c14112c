import { appError } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { Clock } from '../ports.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import type { WordsInMemory } from '../word-book/word-book.ts';
import { type AccountWords, createAccountWords } from './account-words.ts';

const noKey = appError(
  'not-allowed',
  {
    en: 'The service’s word lists open only with the app’s signing key, which this account does not hold.',
    'zh-CN': '服务端词表需要应用签名密钥才能查看，本账号不持有密钥。',
  },
  {
    remedy: {
      en: 'Ask whoever holds the key, or add an account with the key on the accounts page.',
      'zh-CN': '请联系密钥持有人，或在“账号”页添加持有密钥的账号。',
    },
  },
);
const notOpened = appError('not-ready', {
  en: 'Read the lists of this account first.',
  'zh-CN': '请先读取该账号的词表。',
});

/** The service's own word lists, for each open account that holds its key. */
export const openServiceWords = (options: {
  readonly accounts: Pick<OpenAccounts, 'get'>;
  readonly book: WordsInMemory;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly mirror: Mirror;
  readonly listen: (listener: Publish) => () => void;
}) => {
  const { accounts, book, clock, mirror } = options;
  const byAccount = new Map<string, AccountWords>();

  const forget = (accountId: string) => {
    byAccount.get(accountId)?.dispose();
    if (byAccount.delete(accountId)) mirror.patch('serviceWords', { [accountId]: null });
  };

  const stopListening = options.listen((event, payload) => {
    if (event !== 'state:patch') return;
    const { topic, patch } = payload as { readonly topic: string; readonly patch: Record<string, unknown> };
    if (topic === 'accounts')
      for (const accountId of Object.keys(patch)) if (patch[accountId] === null) forget(accountId);
    if (topic === 'words' && patch.revision !== undefined)
      for (const words of byAccount.values()) words.rulesChanged();
  });

  const wordsOf = (accountId: string): Result<AccountWords> => {
    const session = accounts.get(accountId);
    if (!session.ok) return session;
    const { admin } = session.value;
    if (admin === undefined) return err(noKey);
    const known = byAccount.get(accountId);
    if (known !== undefined) return ok(known);
    const tell = (state: Parameters<Parameters<typeof createAccountWords>[0]['tell']>[0]) => {
      if (byAccount.has(accountId)) mirror.patch('serviceWords', { [accountId]: state });
    };
    const made = createAccountWords({ admin, book, clock, tell });
    byAccount.set(accountId, made);
    return ok(made);
  };
  const opened = (accountId: string): Result<AccountWords> => {
    const known = byAccount.get(accountId);
    return known === undefined ? err(notOpened) : ok(known);
  };

  return {
    open: async ({ accountId, listId }: ParsedInput<'service-words:open'>) => {
      const words = wordsOf(accountId);
      return words.ok ? words.value.open(listId) : words;
    },
    page: (query: ParsedInput<'service-words:page'>): Result<CallOutput<'service-words:page'>> => {
      const words = opened(query.accountId);
      return words.ok ? ok(words.value.page(query)) : words;
    },
    sync: (input: ParsedInput<'service-words:sync'>): Result<CallOutput<'service-words:sync'>> => {
      const words = opened(input.accountId);
      return words.ok ? words.value.sync(input) : words;
    },
    cancel: (accountId: string): Result<Record<never, never>> => {
      const words = opened(accountId);
      if (!words.ok) return words;
      words.value.cancel();
      return ok({});
    },
    dispose: () => {
      stopListening();
      for (const words of byAccount.values()) words.dispose();
      byAccount.clear();
    },
  };
};
export type ServiceWordLists = ReturnType<typeof openServiceWords>;
