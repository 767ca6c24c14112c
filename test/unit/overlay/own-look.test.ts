import { describe, expect, it } from 'vitest';
import { overlaySettingsSchema } from '../../../main/contract/models/overlay.ts';
import { overlayPreviewReady } from '../../../main/contract/overlay-preview.ts';
import { purgeNews } from '../../../main/core/overlay/purge-news.ts';
import { createWindowTickets } from '../../../main/core/overlay/window-tickets.ts';
import { bandsFor } from '../../../renderer/overlay/engine/bands.ts';
import { ownLook } from '../../../renderer/overlay/own-look.ts';
import { previewReady } from '../../../renderer/overlay/preview.ts';

const settings = overlaySettingsSchema.parse;

describe('the user’s own look', () => {
  it('says nothing where everything is left to the theme', () => {
    expect(ownLook(settings({}))).toBe('');
  });

  it('puts a font before the theme’s own and writes readable letters on an accent', () => {
    const look = ownLook(settings({ font: '霞鹜文楷', colours: { accent: '#ffe600' } }));
    expect(look).toContain('--first-font: "霞鹜文楷",;');
    expect(look).toContain('--on-accent: #000;');
    expect(ownLook(settings({ colours: { accent: '#1b2a6b' } }))).toContain('--on-accent: #fff;');
  });

  it('lets nothing through that could end the rule', () => {
    for (const font of ['a";}', 'a\\', "a'", 'a,b', 'url(x)', 'a\nb']) {
      expect(() => settings({ font })).toThrow();
    }
    expect(() => settings({ colours: { text: 'red;}' } })).toThrow();
  });

  it('takes the outline off, or gives one to a theme that has none', () => {
    expect(ownLook(settings({ outline: 0 }))).toContain('--letters: none;');
    expect(ownLook(settings({ outline: 0.1 }))).toContain('--letters: initial;');
  });
});

describe('lanes', () => {
  it('are no more than wished, from the top', () => {
    const area = { x: 0, y: 0, w: 1000, h: 500 };
    const zone = { x: 0, y: 100, w: 500, h: 100 };
    const bands = bandsFor(area, [zone], 50, 3);
    expect(bands.reduce((sum, { lanes }) => sum + lanes, 0)).toBe(3);
    expect(bands[0]?.y).toBe(0);
  });
});

describe('a window’s one-time address', () => {
  it('serves once, for its overlay, within a minute', () => {
    let now = 0;
    let count = 0;
    const randomBytes = (size: number) => {
      count += 1;
      return Buffer.alloc(size, count);
    };
    const tickets = createWindowTickets({ clock: { monotonic: () => now }, randomBytes });
    const first = tickets.issue('main');
    const second = tickets.issue('main');
    expect(tickets.redeem('other', first)).toBe(false);
    expect(tickets.redeem('main', '')).toBe(false);
    expect(tickets.redeem('main', first)).toBe(true);
    expect(tickets.redeem('main', first)).toBe(false);
    now = 60_000;
    expect(tickets.redeem('main', second)).toBe(false);
  });
});

describe('news of a purge', () => {
  const receipt = {
    overlayId: 'main',
    clientId: 'c',
    preview: false,
    obs: true,
    answered: true,
    ms: 40,
    removed: 2,
  };
  const about = { at: 5, nameOf: (id: string) => id.toUpperCase() };

  it('counts the pages on air, their slowest answer, and names who was silent', () => {
    const receipts = [
      receipt,
      { ...receipt, ms: 12, removed: 1 },
      { ...receipt, overlayId: 'vertical', answered: false, ms: 1500, removed: 0 },
      { ...receipt, preview: true, ms: 900 },
    ];
    expect(purgeNews({ purgeId: 'p', waiting: 1, receipts }, about)).toEqual({
      purgeId: 'p',
      at: 5,
      waiting: 1,
      answered: 2,
      ms: 40,
      removed: 3,
      missing: [{ overlay: 'VERTICAL', obs: true }],
    });
  });

  it('is nothing where only the panel looked on', () => {
    const receipts = [{ ...receipt, preview: true }];
    expect(purgeNews({ purgeId: 'p', waiting: 0, receipts }, about)).toBeUndefined();
  });
});

it('the preview says that it is there in the words that the panel waits for', () => {
  expect(previewReady).toBe(overlayPreviewReady);
});
