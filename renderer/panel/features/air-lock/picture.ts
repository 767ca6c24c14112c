import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OverlayStatus, PurgeNews, WaitingItem } from '../../../../main/contract/models/overlay.ts';
import type { Result } from '../../../../main/contract/result.ts';
import type { Bridge, Clock, Topics } from '../../bridge/index.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Subject } from '../desk/index.ts';
import type { Moderation } from '../moderation/index.ts';
import type { Toasts } from '../toasts/index.ts';

/** The next to go on air, and how many wait. */
type Waiting = { readonly items: readonly WaitingItem[]; readonly count: number };
const nobody: Waiting = { items: [], count: 0 };

/** What the panel does with the picture: blank it, pin on it, and watch who is about to be on it. */
export type Picture = {
  /** Who waits in the air locks. */
  readonly waiting: StoreApi<Waiting>;
  /** What became of the last purge, until it is put away or old. */
  readonly purged: StoreApi<PurgeNews | null>;
  readonly toggleBlank: () => void;
  /** Pins the comment, or takes it down where it is pinned. */
  readonly togglePin: (subject: Subject | undefined) => boolean;
  readonly unpin: () => void;
  readonly keepOff: (item: WaitingItem) => void;
  /** Keeps the next one off air; answers whether somebody waited. */
  readonly hideNext: () => boolean;
  readonly setHold: (seconds: number) => void;
  readonly dispose: () => void;
};

/** Long enough to be read after an act. */
const PURGE_SHOWN_MS = 10_000;

type Plain = Extract<MessageKey, `failed.${'blank' | 'backOn' | 'pin' | 'unpin' | 'airLock'}`>;

export const isBlank = (overlays: readonly OverlayStatus[]): boolean =>
  overlays.length > 0 && overlays.every(({ blank }) => blank);

/** Those that can be kept off by themselves; a join or a notice cannot. */
export const canKeepOff = ({ userId, roomKey }: WaitingItem): boolean => userId !== '' && roomKey !== '';

export const createPicture = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly moderation: Moderation;
  readonly toasts: Toasts;
}): Picture => {
  const { bridge, clock, topics, moderation, toasts } = deps;
  const waiting = createStore<Waiting>(() => nobody);
  const purged = createStore<PurgeNews | null>(() => null);
  const overlays = () => Object.values(topics.values.getState().overlays ?? {});

  const stop = bridge.on('overlay:waiting', (news) => waiting.setState(news, true));
  let stopFading: () => void = () => undefined;
  const stopPurged = bridge.on('overlay:purged', (news) => {
    const before = purged.getState();
    // A page that did not answer stays in sight until somebody has looked.
    if (before !== null && before.missing.length > 0 && news.missing.length === 0) return;
    stopFading();
    purged.setState(news, true);
    if (news.missing.length === 0)
      stopFading = clock.after(PURGE_SHOWN_MS, () => purged.setState(null, true));
  });
  const stopLink = bridge.link.subscribe((link, before) => {
    if (link.state === before.state) return;
    waiting.setState(nobody, true);
  });

  const tell = (answer: Result<unknown>, title: Plain) => {
    if (answer.ok) return;
    toasts.show({
      title: ({ t }) => t(title),
      troubles: [{ where: undefined, error: answer.error }],
      retry: undefined,
    });
  };
  const unpin = async () => tell(await bridge.call('overlay:unpin', {}), 'failed.unpin');

  const keepOff = ({ roomKey, userId, nick, id, text }: WaitingItem) => {
    const action = { type: 'hide-comment', userId, nick: nick.slice(0, 500), itemId: id } as const;
    void moderation.act({ action, rooms: [roomKey], original: text });
  };

  return {
    waiting,
    purged,
    toggleBlank: () => {
      const on = !isBlank(overlays());
      void bridge
        .call('overlay:blank', { on })
        .then((answer) => tell(answer, on ? 'failed.blank' : 'failed.backOn'));
    },
    togglePin: (subject) => {
      const pinned = overlays().map((overlay) => overlay.pinned ?? '');
      const itemId = subject?.comment?.id;
      if (subject === undefined || itemId === undefined || pinned.includes(itemId)) {
        if (pinned.every((id) => id === '')) return false;
        void unpin();
        return true;
      }
      void bridge
        .call('overlay:pin', { roomKey: subject.roomKey, itemId })
        .then((answer) => tell(answer, 'failed.pin'));
      return true;
    },
    unpin: () => void unpin(),
    keepOff,
    hideNext: () => {
      const next = waiting.getState().items.find(canKeepOff);
      if (next === undefined) return false;
      keepOff(next);
      return true;
    },
    setHold: (seconds) => {
      for (const { id } of overlays()) {
        void bridge
          .call('overlay:configure', { overlayId: id, patch: { holdMs: seconds * 1000 } })
          .then((answer) => tell(answer, 'failed.airLock'));
      }
    },
    dispose: () => {
      stop();
      stopPurged();
      stopFading();
      stopLink();
    },
  };
};
