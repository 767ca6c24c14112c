import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultOverlaySettings } from '../../../main/contract/models/overlay.ts';
import {
  type OverlayHello,
  type OverlayItem,
  type OverlayPageFrame,
  type OverlayPurge,
  type OverlayServerFrame,
  overlayProtocolVersion,
} from '../../../main/contract/overlay-protocol.ts';
import { createPurgeMemory } from '../../../main/core/overlay/purge-memory.ts';
import { createLedger } from '../../../renderer/overlay/link/ledger.ts';
import { createSession, pageProtocolVersion } from '../../../renderer/overlay/link/session.ts';

const item = (id: string, seq: number, userKey = 'u'): OverlayItem => ({
  id,
  seq,
  userKey,
  kind: 'comment',
  nick: 'n',
  text: id,
});

const hello = (more: Partial<OverlayHello> = {}): OverlayHello => ({
  type: 'hello',
  version: overlayProtocolVersion,
  epoch: 'e1',
  settings: defaultOverlaySettings,
  blank: false,
  purged: [],
  floor: 0,
  pin: null,
  pattern: null,
  ...more,
});

/** A picture that never lets anything go by itself: the worst case for a purge. */
const createPicture = () => {
  let visible: OverlayItem[] = [];
  let blank = false;
  const replies: OverlayPageFrame[] = [];
  let reloads = 0;
  const session = createSession({
    screen: {
      configure: () => undefined,
      show: (items) => {
        visible = [...visible, ...items];
      },
      remove: (matches) => {
        const before = visible.length;
        visible = visible.filter((one) => !matches(one));
        return before - visible.length;
      },
      clear: () => {
        const before = visible.length;
        visible = [];
        return before;
      },
      setPattern: () => undefined,
      setBlank: (on) => {
        blank = on;
      },
    },
    reply: (frame) => replies.push(frame),
    afterPaint: (run) => run(),
    now: () => 0,
    onOtherVersion: () => {
      reloads += 1;
    },
  });
  return {
    session,
    replies,
    ids: () => visible.map(({ id }) => id),
    visible: () => visible,
    isBlank: () => blank,
    reloads: () => reloads,
  };
};

describe('the overlay page', () => {
  it('speaks the version of the contract', () => {
    expect(pageProtocolVersion).toBe(overlayProtocolVersion);
  });

  it('shows nothing before it was greeted', () => {
    const page = createPicture();
    page.session.take({ type: 'show', items: [item('a', 1)] });
    expect(page.ids()).toEqual([]);
  });

  it('takes off what is purged and says how much that was', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'show', items: [item('a', 1, 'u'), item('b', 2, 'v'), item('c', 3, 'u')] });
    page.session.take({ type: 'purge', purgeId: 'p', userKey: 'u', upTo: 3 });
    expect(page.ids()).toEqual(['b']);
    expect(page.replies).toEqual([{ type: 'receipt', purgeId: 'p', removed: 2, at: 0 }]);
  });

  it('shows what a person says after the purge', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'purge', purgeId: 'p', userKey: 'u', upTo: 3 });
    page.session.take({ type: 'show', items: [item('late', 2), item('new', 4)] });
    expect(page.ids()).toEqual(['new']);
  });

  it('goes dark when it is blanked and does not show afterwards what came meanwhile', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'show', items: [item('a', 1)] });
    page.session.take({ type: 'blank', on: true });
    page.session.take({ type: 'show', items: [item('b', 2)] });
    expect([page.ids(), page.isBlank()]).toEqual([[], true]);
    page.session.take({ type: 'blank', on: false });
    expect([page.ids(), page.isBlank()]).toEqual([[], false]);
  });

  it('starts empty when the server has started anew', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'show', items: [item('a', 9)] });
    page.session.take(hello({ epoch: 'e2' }));
    page.session.take({ type: 'show', items: [item('b', 1)] });
    expect(page.ids()).toEqual(['b']);
  });

  it('keeps what is on the picture over a short break of the connection', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'show', items: [item('a', 1), item('b', 2)] });
    page.session.take(hello({ purged: [{ purgeId: 'p', ids: ['a'], upTo: 2 }] }));
    expect(page.ids()).toEqual(['b']);
  });

  it('shows what is pinned when it connects and drops a pin that was taken down meanwhile', () => {
    const page = createPicture();
    const pin: OverlayItem = { ...item('p', 1), kind: 'pin' };
    page.session.take(hello({ pin }));
    expect(page.ids()).toEqual(['p']);
    page.session.take(hello());
    expect(page.ids()).toEqual([]);
  });

  it('takes off a room’s items and keeps those of the others, and what comes of that room later', () => {
    const page = createPicture();
    const of = (id: string, seq: number, room: string) => ({ ...item(id, seq), room });
    page.session.take(hello());
    page.session.take({ type: 'show', items: [of('a', 1, 'left'), of('b', 2, 'kept')] });
    page.session.take({ type: 'purge', purgeId: 'p', room: 'left', upTo: 2 });
    expect(page.ids()).toEqual(['b']);
    page.session.take({ type: 'show', items: [of('late', 1, 'left'), of('new', 3, 'left')] });
    expect(page.ids()).toEqual(['b', 'new']);
    page.session.take(hello({ purged: [{ purgeId: 'q', room: 'kept', upTo: 3 }] }));
    expect(page.ids()).toEqual(['new']);
  });

  it('shows a pin of a comment that was purged before, and takes it down with the next purge of it', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'purge', purgeId: 'p', ids: ['a'], upTo: 1 });
    page.session.take({ type: 'show', items: [item('a', 2), { ...item('a', 3), kind: 'pin' }] });
    expect(page.visible().map(({ kind }) => kind)).toEqual(['pin']);
    page.session.take({ type: 'purge', purgeId: 'q', ids: ['a'], upTo: 3 });
    expect(page.ids()).toEqual([]);
    page.session.take({ type: 'show', items: [{ ...item('a', 3), kind: 'pin' }] });
    expect(page.ids()).toEqual([]);
  });

  it('is cleared when Livedeck cannot be reached any more', () => {
    const page = createPicture();
    page.session.take(hello());
    page.session.take({ type: 'show', items: [item('a', 1)] });
    page.session.abandon();
    expect(page.ids()).toEqual([]);
  });

  it('loads itself anew when the server speaks another version', () => {
    const page = createPicture();
    page.session.take(hello({ version: 99 }));
    expect(page.reloads()).toBe(1);
  });
});

type Step = { readonly show?: string; readonly purge?: 'id' | 'user' | 'all'; readonly of: number };

/** What a server sends in a run of shows and purges, with a greeting that could be sent after each of them. */
const serverRun = (steps: readonly Step[]) => {
  const memory = createPurgeMemory();
  const frames: OverlayServerFrame[] = [];
  const greetings: OverlayHello[] = [hello()];
  const purges: { purge: OverlayPurge; frame: number }[] = [];
  let seq = 0;
  for (const { purge, of } of steps) {
    if (purge === undefined) {
      seq += 1;
      const one = item(`i${of % 7}`, seq, `u${of % 3}`);
      if (!memory.refuses(one)) frames.push({ type: 'show', items: [one] });
    } else {
      const target = { id: { ids: [`i${of % 7}`] }, user: { userKey: `u${of % 3}` }, all: { all: true } }[
        purge
      ];
      const order: OverlayPurge = { purgeId: `p${frames.length}`, upTo: seq, ...target };
      memory.remember(order);
      purges.push({ purge: order, frame: frames.length });
      frames.push({ type: 'purge', ...order });
    }
    greetings.push(hello({ purged: [...memory.recent()], floor: memory.floor() }));
  }
  return { frames, greetings };
};

const isHitBy = (one: OverlayItem, { ids, userKey, all, upTo }: OverlayPurge) =>
  ids?.includes(one.id) ||
  (one.seq <= upTo && (all === true || (userKey !== undefined && userKey === one.userKey)));

describe('a purge against a bad connection', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ of: fc.nat(20) }) },
      {
        weight: 1,
        arbitrary: fc.record({ purge: fc.constantFrom('id', 'user', 'all' as const), of: fc.nat(20) }),
      },
    ),
    { minLength: 1, maxLength: 40 },
  ) as fc.Arbitrary<Step[]>;
  /** Which frames arrive, in which order, how often, and where the connection is made anew. */
  const deliveries = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ frame: fc.nat(60) }) },
      { weight: 1, arbitrary: fc.record({ greeting: fc.nat(60) }) },
    ),
    { maxLength: 120 },
  ) as fc.Arbitrary<{ frame?: number; greeting?: number }[]>;

  const purgesIn = (frame: OverlayServerFrame): readonly OverlayPurge[] => {
    if (frame.type === 'hello') return frame.purged;
    return frame.type === 'purge' ? [frame] : [];
  };

  it('never lets a purged comment be seen after its receipt, with frames lost, repeated and out of order', () => {
    const property = fc.property(steps, deliveries, (run, order) => {
      const { frames, greetings } = serverRun(run);
      const sent = order.flatMap(({ frame = 0, greeting }) =>
        greeting === undefined
          ? (frames[frame % Math.max(1, frames.length)] ?? [])
          : (greetings[greeting % greetings.length] ?? []),
      );
      const page = createPicture();
      page.session.take(hello());
      const done: OverlayPurge[] = [];
      for (const frame of sent) {
        page.session.take(frame);
        done.push(...purgesIn(frame));
        expect(page.visible().filter((one) => done.some((purge) => isHitBy(one, purge)))).toEqual([]);
      }
      const receipts = page.replies.filter(({ type }) => type === 'receipt');
      expect(receipts).toHaveLength(sent.filter(({ type }) => type === 'purge').length);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('still wins when so many followed that the page had to forget it', () => {
    const ledger = createLedger();
    ledger.note({ purgeId: 'first', ids: ['bad'], upTo: 5 });
    for (let index = 0; index < 5000; index += 1)
      ledger.note({ purgeId: `p${index}`, ids: [`x${index}`], upTo: 6 + index });
    expect(ledger.refuses(item('bad', 5))).toBe(true);
    expect(ledger.refuses(item('fresh', 9999))).toBe(false);
  });
});
