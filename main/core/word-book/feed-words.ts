import type { FeedCommand } from '../../contract/feed-port.ts';
import { otherThings } from '../other-things.ts';
import type { BookChange, WordsInMemory } from './word-book.ts';

export type WordCommand = Extract<FeedCommand, { type: 'words' | 'words-change' }>;

/** A feed process that is being told of the rules. */
export type WordAttachment = {
  /** The whole book has been handed over; what is posted from then on is judged by it. */
  readonly sent: Promise<void>;
  /** The process says that a load is in force. */
  readonly inForce: (load: number) => void;
  readonly detach: () => void;
};

/** Where a feed process gets its word rules from. */
export type FeedWords = { readonly attach: (post: (command: WordCommand) => void) => WordAttachment };

/** Rules in one message: about 5 ms of copying, so that a long list never holds up the main process. */
const PART = 1000;
/** More rules than this at once go over as a new load: laying them over the old ones would cost more. */
const SMALL = 500;

type Feed = {
  readonly post: (command: WordCommand) => void;
  load: number;
  pending: boolean;
  sending: Promise<void>;
};

/** Tells every feed process of the rules: the whole book when it starts, then each change. */
export const createFeedWords = (options: {
  readonly book: () => WordsInMemory;
  /** A long list is on its way to a feed, or has arrived in all of them. */
  readonly onLoading: () => void;
}) => {
  const feeds = new Set<Feed>();
  let loads = 0;

  const terms = () => {
    const book = options.book();
    return { groups: [...book.groups()], settings: book.settings(), strict: book.strict() };
  };

  const setPending = (feed: Feed, pending: boolean) => {
    feed.pending = pending;
    options.onLoading();
  };

  const send = async (feed: Feed): Promise<void> => {
    loads += 1;
    const mine = loads;
    feed.load = mine;
    setPending(feed, true);
    const rules = [...options.book().rules().values()];
    const parts = Math.max(1, Math.ceil(rules.length / PART));
    for (let part = 0; part < parts; part += 1) {
      if (!feeds.has(feed) || feed.load !== mine) return;
      const slice = rules.slice(part * PART, (part + 1) * PART);
      feed.post({ type: 'words', load: mine, part, last: part === parts - 1, rules: slice, ...terms() });
      if (part < parts - 1) await otherThings();
    }
  };

  /** A load that begins while another is on its way takes its place. */
  const load = (feed: Feed) => {
    feed.sending = send(feed);
  };

  const allSent = async (feed: Feed): Promise<void> => {
    const sending = feed.sending;
    await sending;
    if (sending !== feed.sending) await allSent(feed);
  };

  return {
    attach: (post: (command: WordCommand) => void): WordAttachment => {
      const feed: Feed = { post, load: 0, pending: false, sending: Promise.resolve() };
      feeds.add(feed);
      load(feed);
      return {
        sent: allSent(feed),
        inForce: (done) => {
          if (feeds.has(feed) && feed.load === done) setPending(feed, false);
        },
        detach: () => {
          feeds.delete(feed);
          options.onLoading();
        },
      };
    },
    tell: ({ changed, removed }: BookChange) => {
      const small = changed.length + removed.length <= SMALL;
      for (const feed of feeds) {
        if (!small) load(feed);
        else feed.post({ type: 'words-change', changed: [...changed], removed: [...removed], ...terms() });
      }
    },
    loading: () => [...feeds].some(({ pending }) => pending),
  };
};
