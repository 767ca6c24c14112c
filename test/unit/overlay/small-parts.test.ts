import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { overlayLayers, overlaySettingsSchema } from '../../../main/contract/models/overlay.ts';
import { placeFor, scaleFor } from '../../../main/contract/models/overlay-layout.ts';
import { createFreshness } from '../../../main/core/overlay/freshness.ts';
import { createOverlayBook } from '../../../main/core/overlay/overlay-book.ts';
import {
  type OverlaysDocument,
  overlaysDocumentSchema,
} from '../../../main/core/overlay/overlays-document.ts';
import { createRateLimit } from '../../../main/core/overlay/rate-limit.ts';
import { createReceipts } from '../../../main/core/overlay/receipts.ts';
import type { Clock } from '../../../main/core/ports.ts';
import { countText, wordsFor } from '../../../renderer/overlay/words.ts';
import { createManualClock } from '../../support/manual-clock.ts';

describe('overlay settings', () => {
  it('are complete for an empty document', () => {
    const settings = overlaySettingsSchema.parse({});
    expect(settings).toMatchObject({ theme: 'outline', holdMs: 2000, safeZones: [] });
    for (const layer of overlayLayers) expect(settings[layer]).toMatchObject({ on: true, place: null });
  });

  it.each([
    [1920, 1080],
    [1080, 1920],
    [800, 600],
    [400, 300],
  ])('place every layer inside a picture of %i × %i, none over another', (width, height) => {
    const places = overlayLayers.map((layer) => placeFor(layer, null, width, height));
    for (const [index, a] of places.entries()) {
      expect(a.x >= 0 && a.y >= 0 && a.x + a.w <= 1 && a.y + a.h <= 1).toBe(true);
      for (const b of places.slice(index + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('keep letters readable on a small picture', () => {
    expect([scaleFor(1920, 1080), scaleFor(1080, 1920), scaleFor(400, 300)]).toEqual([1, 1, 0.6]);
  });
});

describe('the list of overlays', () => {
  let turn = 0;
  const open = (initial: unknown = {}) => {
    let document = overlaysDocumentSchema.parse(initial);
    const store = {
      get: () => document,
      set: (next: OverlaysDocument) => {
        document = overlaysDocumentSchema.parse(next);
      },
    };
    const randomBytes = (size: number) => {
      turn += 1;
      return Buffer.alloc(size, turn);
    };
    return { book: createOverlayBook({ store, randomBytes }), document: () => document };
  };

  it('starts with one, whose secret has 192 bits', () => {
    const { book } = open();
    expect(book.list()).toMatchObject([{ id: 'main' }]);
    expect(Buffer.from(book.list()[0]?.secret ?? '', 'base64url')).toHaveLength(24);
  });

  it('keeps secrets over a restart and changes one when it is renewed', () => {
    const first = open();
    const before = first.book.list()[0]?.secret;
    const again = open(first.document());
    expect(again.book.list()[0]?.secret).toBe(before);
    again.book.rotate('main');
    expect(again.book.list()[0]?.secret).not.toBe(before);
  });

  it('patches a layer field by field and replaces everything else', () => {
    const { book } = open();
    expect(
      book.configure('main', { chat: { size: 40 }, safeZones: [{ x: 0, y: 0, w: 0.5, h: 0.5 }] }).ok,
    ).toBe(true);
    const changed = book.configure('main', { chat: { on: false } });
    expect(changed).toMatchObject({
      ok: true,
      value: { settings: { chat: { size: 40, on: false, rows: 6 } } },
    });
  });

  it('says what is wrong with settings that it refuses, and keeps the old ones', () => {
    const { book } = open();
    const refused = book.configure('main', { chat: { size: 4000 } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(refused.ok ? '' : refused.error.text.en).toContain('chat.size');
    expect(book.list()[0]?.settings.chat.size).toBe(30);
  });

  it('makes, finds and deletes overlays, but not the last one', () => {
    const { book } = open();
    const made = book.create(' Vertical ');
    expect(made).toMatchObject({ ok: true, value: { name: 'Vertical' } });
    expect(book.create('  ').ok).toBe(false);
    expect(book.remove('main').ok).toBe(true);
    expect(book.remove(made.ok ? made.value.id : '').ok).toBe(false);
    expect(book.find('main')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('starts a new one with what suits its purpose and an ID that can be read', () => {
    const { book } = open();
    const made = [book.create('Phone', 'vertical'), book.create('Other', 'vertical')];
    expect(made.map((one) => (one.ok ? one.value.id : ''))).toEqual(['vertical', 'vertical-2']);
    expect(made[0]).toMatchObject({ value: { settings: { canvas: { width: 1080, height: 1920 } } } });
    const corner = book.create('Alerts', 'corner');
    expect(corner).toMatchObject({ value: { settings: { danmaku: { on: false }, likes: { on: true } } } });
  });

  it('copies one with its settings and a secret of its own, and renames it', () => {
    const { book } = open();
    book.configure('main', { theme: 'paper' });
    const copy = book.duplicate('main', 'Second');
    expect(copy).toMatchObject({ ok: true, value: { id: 'main-2', settings: { theme: 'paper' } } });
    expect(new Set(book.list().map(({ secret }) => secret)).size).toBe(2);
    expect(book.rename('main-2', ' Third ')).toMatchObject({ ok: true, value: { name: 'Third' } });
    expect(book.rename('main-2', ' ')).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(book.duplicate('nobody', 'x')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('gives no two of them one name, for their sources in OBS are named after them', () => {
    const { book } = open();
    const long = 'x'.repeat(60);
    const made = ['Vertical', 'Vertical', ' Vertical', long, long].map((name) => book.create(name));
    expect(made.map((one) => (one.ok ? one.value.name : ''))).toEqual([
      'Vertical',
      'Vertical 2',
      'Vertical 3',
      long,
      `${'x'.repeat(58)} 2`,
    ]);
    expect(book.duplicate('main', 'Main')).toMatchObject({ value: { name: 'Main 2' } });
    const refused = book.rename('main', 'Vertical');
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(refused.ok ? '' : refused.error.text.en).toContain('already called "Vertical"');
    expect(book.rename('main', 'Main')).toMatchObject({ ok: true, value: { name: 'Main' } });
  });

  it('has a limit', () => {
    const { book } = open();
    for (let index = 0; index < 20; index += 1) book.create(`o${index}`);
    expect(book.list()).toHaveLength(12);
  });
});

describe('receipts', () => {
  const open = () => {
    const clock = createManualClock();
    return { clock, receipts: createReceipts({ clock: clock as unknown as Clock, timeoutMs: 1500 }) };
  };

  it('tell how long each page took and what it removed', async () => {
    const { clock, receipts } = open();
    const answer = receipts.expect('p', 'c1');
    clock.advance(40);
    receipts.answered('p', 'c1', 3);
    expect(await answer).toEqual({ answered: true, removed: 3, ms: 40 });
    expect(clock.pending()).toBe(0);
  });

  it('are not misled by a clock that was set meanwhile', async () => {
    const { clock, receipts } = open();
    const answer = receipts.expect('p', 'c1');
    clock.set(-600_000);
    clock.advance(40);
    receipts.answered('p', 'c1', 3);
    expect(await answer).toMatchObject({ ms: 40 });
  });

  it('say so when a page did not answer in time or went away', async () => {
    const { clock, receipts } = open();
    const slow = receipts.expect('p', 'c1');
    const gone = receipts.expect('p', 'c2');
    receipts.gone('c2');
    clock.advance(1500);
    expect(await slow).toMatchObject({ answered: false, ms: 1500 });
    expect(await gone).toMatchObject({ answered: false, ms: 0 });
  });

  it('ignore an answer that nobody waits for', () => {
    const { receipts } = open();
    receipts.answered('unknown', 'c1', 1);
    expect(receipts.gone('c9')).toBeUndefined();
  });
});

describe('a rate limit', () => {
  it('lets a burst pass and then its steady rate', () => {
    let now = 0;
    const rate = createRateLimit({ now: () => now, burst: 3, perSecond: 2 });
    const takes = () => [rate.take(), rate.take(), rate.take(), rate.take()];
    expect(takes()).toEqual([true, true, true, false]);
    now = 1000;
    expect(takes()).toEqual([true, true, false, false]);
  });
});

describe('what was fetched after a gap', () => {
  const at = (sentAt: number, receivedAt: number) => ({ at: sentAt, receivedAt }) as FeedItem;

  it('stays off the picture, while live items pass', () => {
    const { live } = createFreshness();
    expect(live('r', [at(0, 300)])).toHaveLength(1);
    expect(live('r', [at(1000, 60_000), at(59_500, 60_000)])).toEqual([at(59_500, 60_000)]);
  });

  it('is never live where it was said before we came, and tells nothing of the way of what is', () => {
    const { live } = createFreshness();
    expect(live('r', [{ ...at(0, 90_000), past: true }])).toEqual([]);
    expect(live('r', [at(60_000, 90_000)])).toHaveLength(1);
    expect(live('r', [{ ...at(89_000, 90_000), past: true }])).toEqual([]);
  });

  it('is told by comparison, so that a computer with a wrong clock shows its comments', () => {
    const { live } = createFreshness();
    expect(live('r', [at(0, 3_600_000)])).toHaveLength(1);
    expect(live('r', [at(0, 3_630_000)])).toHaveLength(0);
  });

  it('is not what comes once a clock was set: after some seconds the overlay goes on', () => {
    const { live } = createFreshness();
    expect(live('r', [at(0, 300)])).toHaveLength(1);
    const setAhead = 600_000;
    const shown = Array.from({ length: 10 }, (_, second) =>
      live('r', [at(second * 1000, second * 1000 + setAhead + 300)]),
    );
    expect(shown.flat().length).toBeGreaterThanOrEqual(5);
    expect(shown.at(-1)).toHaveLength(1);
  });

  it('stays off the picture while page after page of it catches up', () => {
    const { live } = createFreshness();
    expect(live('r', [at(0, 300)])).toHaveLength(1);
    const pages = Array.from({ length: 8 }, (_, page) =>
      live('r', [at(page * 12_000, 120_000 + page * 1000)]),
    );
    expect(pages.flat()).toEqual([]);
    expect(live('r', [at(127_900, 128_200)])).toHaveLength(1);
  });
});

describe('the overlay’s own words', () => {
  it.each([
    ['en', ['Mia'], 0, 'Mia joined'],
    ['en', ['Mia', 'Leo'], 1, 'Mia, Leo and 1 other joined'],
    ['en', [], 45, '45 viewers joined'],
    ['zh-CN', ['小雨'], 0, '小雨 进入直播间'],
    ['zh-CN', ['小雨', 'kk'], 45, '小雨、kk 等 47 人 进入直播间'],
    ['zh-CN', [], 3, '3 位观众 进入直播间'],
  ] as const)('in %s, for %j and %i others: %s', (language, names, others, sentence) => {
    expect(wordsFor(language).joined(names, others)).toBe(sentence);
  });

  it('shorten long counts', () => {
    expect([countText(3969, 'en'), countText(1_200_000, 'en'), countText(1_200_000, 'zh-CN')]).toEqual([
      '3,969',
      '1.2M',
      '120万',
    ]);
  });
});
