import type { Comment, RoomKey } from '../../contract/models/feed-item.ts';
import type { HeldEnd, HeldItem } from '../../contract/models/held.ts';
import type { Settings } from '../../contract/models/settings.ts';
import type { Clock } from '../ports.ts';

/** Ends that are remembered for the panel that comes second. */
const MOST_ENDS = 2000;

export type HeldPolicy = Pick<Settings, 'heldTimeoutSeconds' | 'heldTimeout'>;
/** How it ended, without what is only known to the one who asked. */
type End = Pick<HeldEnd, 'outcome' | 'released' | 'by' | 'at'>;
export type Decided = { readonly end: End; readonly first: boolean; readonly held?: HeldItem };

export const heldId = (roomKey: RoomKey, itemId: string): string => `${roomKey} ${itemId}`;

/**
 * Comments that wait for a person. Each ends exactly once: approved, denied, or timed out. A comment that comes again
 * after a reconnect neither waits twice nor comes back.
 */
export const createHeldQueue = (options: {
  readonly clock: Pick<Clock, 'now' | 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly most: number;
  readonly policy: () => HeldPolicy;
  readonly onWaiting: (held: HeldItem) => void;
  /** No longer waiting; called once for each. */
  readonly onEnd: (held: HeldItem, end: End) => void;
}) => {
  const { clock } = options;
  const waiting = new Map<string, HeldItem>();
  /** When each is due, by the monotonic clock; what is kept on is not. */
  const due = new Map<string, number>();
  const ends = new Map<string, End>();
  let timer: NodeJS.Timeout | undefined;

  const remember = (id: string, end: End) => {
    ends.set(id, end);
    const [oldest] = ends.keys();
    if (ends.size > MOST_ENDS && oldest !== undefined) ends.delete(oldest);
  };

  const leave = (id: string) => {
    waiting.delete(id);
    due.delete(id);
  };

  const finish = (held: HeldItem, how: Omit<End, 'at'>): End => {
    const end = { ...how, at: clock.now() };
    leave(held.id);
    remember(held.id, end);
    options.onEnd(held, end);
    return end;
  };

  const timeOut = (held: HeldItem, released: boolean) =>
    finish(held, { outcome: 'timed-out', released, by: '' });

  const keepOn = (held: HeldItem) => {
    const kept = { ...held, deadline: null };
    waiting.set(held.id, kept);
    due.delete(held.id);
    options.onWaiting(kept);
  };

  const expire = () => {
    timer = undefined;
    const now = clock.monotonic();
    for (const [id, at] of [...due]) {
      const held = waiting.get(id);
      if (held === undefined || at > now) continue;
      const { heldTimeout } = options.policy();
      // What is past never goes on the picture by itself.
      const isPast = held.item.past === true;
      if (heldTimeout === 'keep' || (heldTimeout === 'approve' && isPast)) keepOn(held);
      else timeOut(held, heldTimeout === 'approve');
    }
    schedule();
  };

  const schedule = () => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
    if (due.size === 0) return;
    const next = [...due.values()].reduce((least, at) => Math.min(least, at));
    timer = clock.setTimeout(expire, Math.max(0, Math.ceil(next - clock.monotonic())));
  };

  return {
    add: (roomKey: RoomKey, item: Comment): void => {
      const id = heldId(roomKey, item.id);
      if (waiting.has(id) || ends.has(id)) return;
      const [oldest] = waiting.values();
      // Nobody can look through more: the oldest is denied, whatever the policy, for it was never looked at.
      if (waiting.size >= options.most && oldest !== undefined) timeOut(oldest, false);
      const heldAt = clock.now();
      const waitsMs = options.policy().heldTimeoutSeconds * 1000;
      const held = { id, roomKey, item, heldAt, deadline: heldAt + waitsMs };
      waiting.set(id, held);
      due.set(id, clock.monotonic() + waitsMs);
      options.onWaiting(held);
      if (timer === undefined) schedule();
    },
    /** The first to decide decides; whoever comes later is told what became of it. */
    decide: (id: string, approve: boolean, by: string): Decided => {
      const held = waiting.get(id);
      if (held === undefined) {
        const end = ends.get(id) ?? { outcome: 'unknown', released: false, by: '', at: clock.now() };
        return { end, first: false };
      }
      const outcome = approve ? 'approved' : 'denied';
      return { end: finish(held, { outcome, released: approve, by }), first: true, held };
    },
    /** Denies what somebody took off the screen in another way. */
    drop: (gone: (held: HeldItem) => boolean, by: (held: HeldItem) => string): void => {
      for (const held of [...waiting.values()])
        if (gone(held)) finish(held, { outcome: 'denied', released: false, by: by(held) });
    },
    /** They wait no longer, and have not ended: added again, they wait again. */
    takeOut: (which: (held: HeldItem) => boolean): readonly HeldItem[] => {
      const gone = [...waiting.values()].filter(which);
      for (const { id } of gone) leave(id);
      return gone;
    },
    get: (id: string) => waiting.get(id),
    waiting: (): readonly HeldItem[] => [...waiting.values()],
    dispose: () => {
      if (timer !== undefined) clock.clearTimeout(timer);
    },
  };
};
export type HeldQueue = ReturnType<typeof createHeldQueue>;
