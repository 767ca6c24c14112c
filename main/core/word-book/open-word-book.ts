import { join } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { defaultWordSettings, type WordBook, type WordRule } from '../../contract/models/word-rule.ts';
import type { TopicValue } from '../../contract/state.ts';
import type { Ports } from '../ports.ts';
import { starterLists } from '../words/lists/starter-lists.ts';
import { createFeedWords, type FeedWords } from './feed-words.ts';
import { createIds } from './ids.ts';
import { createLateScreenMatcher } from './late-screen-matcher.ts';
import { createListDesk } from './list-desk.ts';
import { openRuleStore } from './rule-store.ts';
import { createScreenText } from './screen-text.ts';
import { createUploads } from './uploads.ts';
import { type BookChange, createWordBook } from './word-book.ts';

/** What is there before anybody wrote a rule: the strict group, off until panic turns it on. */
const firstBook = (): WordBook => {
  const strict = starterLists().filter(({ group }) => group.strict);
  return {
    rules: strict.flatMap(({ rules }) => rules),
    groups: strict.map(({ group }) => group),
    settings: defaultWordSettings,
  };
};

const matches = (rule: WordRule, { text, groupId, level }: ParsedInput<'words:list'>): boolean => {
  if (groupId !== undefined && rule.groupId !== groupId) return false;
  if (level !== undefined && rule.level !== level) return false;
  if (text === '') return true;
  const wanted = text.toLowerCase();
  return [rule.text, rule.note, ...rule.also].some((part) => part.toLowerCase().includes(wanted));
};

/**
 * The word rules: stored, edited, sent to every feed process, and used here for what has no verdict of its own.
 * `onState` is called with what windows mirror.
 */
export const openWordBook = (options: {
  readonly ports: Pick<Ports, 'clock' | 'dataDir' | 'openDocument' | 'randomBytes'>;
  readonly report: (text: Localized) => void;
  readonly onState: (state: TopicValue<'words'>) => void;
}) => {
  const { ports, report } = options;
  const { clock } = ports;
  const newId = createIds(ports.randomBytes);
  const store = openRuleStore({
    file: join(ports.dataDir, 'words.db'),
    document: ports.openDocument('words'),
    clock,
    report,
    first: firstBook,
    facts: () => ({ groups: [...book.groups()], settings: book.settings() }),
  });
  let revision = 0;

  const changed = (change: BookChange) => {
    revision += 1;
    feeds.tell(change);
    matcher.changed(change);
    screenText.forget();
    store.save(change);
    options.onState(state());
  };

  const book = createWordBook({ first: store.book, newId, onChange: changed });
  const matcher = createLateScreenMatcher(() => book);
  const screenText = createScreenText(matcher, clock);
  const feeds = createFeedWords({ book: () => book, onLoading: () => options.onState(state()) });
  const uploads = createUploads({ clock, newId });

  const state = (): TopicValue<'words'> => ({
    revision,
    count: book.rules().size,
    groupCounts: { ...book.groupCounts() },
    groups: [...book.groups()],
    settings: book.settings(),
    strict: book.strict(),
    loading: feeds.loading(),
  });

  return {
    book,
    matcher,
    uploads,
    lists: createListDesk({ book, uploads, newId }),
    /** For the overlays: nicknames, gift names, notices. */
    screen: screenText.screen,
    /** For the feed processes. */
    feeds: {
      attach: (post) => {
        matcher.prepare();
        return feeds.attach(post);
      },
    } satisfies FeedWords,
    state,
    /** Panic: the strict groups are on in every feed and on the overlays. */
    setStrict: book.setStrict,
    list: (query: ParsedInput<'words:list'>): CallOutput<'words:list'> => {
      const found = [...book.rules().values()].filter((rule) => matches(rule, query));
      return { rules: found.slice(query.offset, query.offset + query.limit), total: found.length };
    },
    dispose: () => {
      matcher.stop();
      store.dispose();
    },
  };
};
export type WordService = ReturnType<typeof openWordBook>;
