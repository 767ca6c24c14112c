import type {
  AuditLabel,
  ServiceWord,
  ServiceWords,
  WordView,
} from '../../../main/contract/models/service-words.ts';
import { defaultWordSettings, type WordBook } from '../../../main/contract/models/word-rule.ts';
import { err, ok } from '../../../main/contract/result.ts';
import type { AccountSession } from '../../../main/core/accounts/account-session.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { openServiceWords } from '../../../main/core/service-words/open-service-words.ts';
import { createEventBus } from '../../../main/core/state/event-bus.ts';
import { createMirror, type Mirror } from '../../../main/core/state/mirror.ts';
import { createWordBook } from '../../../main/core/word-book/word-book.ts';
import type { KeyHolder } from '../im-admin/key-holder.ts';

export const ACCOUNT = 'holder';

/** Empties every list of the service and makes it behave as usual again. */
export const clearService = async ({ service }: KeyHolder): Promise<void> => {
  const { restCall, controlCall, sdkAppId: SdkAppId } = service;
  const wordLists = ['dirty', 'cloud', 'local'];
  await controlCall('faults', { rest: [], restDelayMs: 0 });
  await controlCall('settings', { wordLists, restRates: false });
  const { words } = await controlCall<{
    words: {
      dirty: string[];
      local: { keyword: string; wordType: number }[];
      libraries: { id: string; words: { content: string }[] }[];
    };
  }>('state');
  for (let start = 0; start < words.dirty.length; start += 50)
    await restCall('openim_dirty_words/delete', { DirtyWordsList: words.dirty.slice(start, start + 50) });
  for (const { keyword: Keyword, wordType: WordType } of words.local)
    await restCall('im_msg_audit_mgr/delete_local_audit_keywords', {
      SdkAppId,
      LocalAuditWords: [{ Keyword, WordType }],
    });
  for (const { id: LibID, words: held } of words.libraries)
    for (const { content } of held)
      await restCall('im_msg_audit_mgr/delete_cloud_audit_keywords', {
        SdkAppId,
        LibID,
        Keywords: [content],
      });
  await controlCall('settings', { restRates: true });
};

/** The lists of a key holder and of somebody with a pass, against the running rehearsal service. */
export const openRig = async (holder: KeyHolder, first: Partial<WordBook> = {}) => {
  const bus = createEventBus();
  // Only the topic that is under test: the service's lists know no other.
  const mirror: Mirror = createMirror(
    { serviceWords: {} } as unknown as Parameters<typeof createMirror>[0],
    bus.publish,
  );
  let ids = 0;
  const book = createWordBook({
    first: { rules: [], groups: [], settings: defaultWordSettings, ...first },
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
    onChange: () => bus.publish('state:patch', { topic: 'words', revision: 1, patch: { revision: ids } }),
  });
  const admin = holder.connect('v2');
  const sessions = new Map([
    [ACCOUNT, { admin }],
    ['guest', { admin: undefined }],
  ]);
  const words = openServiceWords({
    accounts: {
      get: (id) => {
        const session = sessions.get(id);
        return session === undefined
          ? err({ code: 'not-found', text: { en: '', 'zh-CN': '' }, retryable: false })
          : ok(session as unknown as AccountSession);
      },
    },
    book,
    clock: systemClock,
    mirror,
    listen: bus.listen,
  });
  const state = (): ServiceWords => {
    const found = mirror.get('serviceWords')[ACCOUNT];
    if (found === undefined) throw new Error('the lists were not opened');
    return found;
  };
  const rows = (view: WordView = 'all', text = ''): readonly ServiceWord[] => {
    const page = words.page({ accountId: ACCOUNT, view, text, offset: 0, limit: 500 });
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    return page.value.rows;
  };
  /** Waits until the state is as wanted. */
  const until = (wanted: (now: ServiceWords) => boolean): Promise<void> =>
    new Promise((done) => {
      const stop = bus.listen(() => {
        if (!wanted(state())) return;
        stop();
        done();
      });
      if (wanted(state())) {
        stop();
        done();
      }
    });
  return {
    ...holder.service,
    words,
    book,
    state,
    rows,
    until,
    open: (listId?: string) => words.open({ accountId: ACCOUNT, listId }),
    /** Does one deed to its end. */
    sync: async (
      deed: 'send' | 'take' | 'remove',
      names?: readonly string[],
      label: AuditLabel = 'Abuse',
    ) => {
      const list = names?.map((word) => ({ word, pattern: false }));
      const started = words.sync({ accountId: ACCOUNT, deed, words: list, level: 'block', label });
      if (!started.ok) throw new Error(JSON.stringify(started.error));
      await until(({ job }) => job === null);
      return started.value.words;
    },
    close: () => {
      words.dispose();
      admin.dispose();
    },
  };
};
export type Rig = Awaited<ReturnType<typeof openRig>>;
