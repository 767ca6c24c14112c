import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultOverlaySettings,
  type OverlayClient,
  overlayLayers,
  type Place,
} from '../../../main/contract/models/overlay.ts';
import { overlayItemSchema } from '../../../main/contract/overlay-protocol.ts';
import { checkCss } from '../../../renderer/panel/features/overlay-page/check-css.ts';
import { troublesOf } from '../../../renderer/panel/features/overlay-page/client-trouble.ts';
import {
  doAgain,
  editBetween,
  noEdits,
  takeBack,
  withEdit,
} from '../../../renderer/panel/features/overlay-page/edit-history.ts';
import { fieldValue, layerFields } from '../../../renderer/panel/features/overlay-page/layer-fields.ts';
import { dragged, edges, type Grip, nudged } from '../../../renderer/panel/features/overlay-page/layout.ts';
import { createSample } from '../../../renderer/panel/features/overlay-page/sample.ts';
import { readSettings, writeSettings } from '../../../renderer/panel/features/overlay-page/settings-file.ts';
import { homeOf, middleOf } from '../../../renderer/panel/features/overlay-page/window-place.ts';

const box: Place = { x: 0.2, y: 0.2, w: 0.3, h: 0.3 };
const never = { x: -1, y: -1 };

describe('a box on the preview', () => {
  it('moves with its middle and stays on the picture', () => {
    expect(dragged(box, 'move', { x: 0.1, y: -0.1 }, never).place).toEqual({ ...box, x: 0.3, y: 0.1 });
    expect(dragged(box, 'move', { x: 5, y: -5 }, never).place).toEqual({ ...box, x: 0.7, y: 0 });
  });

  it('is resized at the edge that is held, and never to nothing', () => {
    expect(dragged(box, 'e', { x: 0.1, y: 0.4 }, never).place).toEqual({ ...box, w: 0.4 });
    expect(dragged(box, 'nw', { x: 0.05, y: 0.1 }, never).place).toEqual({
      x: 0.25,
      y: 0.3,
      w: 0.25,
      h: 0.2,
    });
    expect(dragged(box, 'w', { x: 0.9, y: 0 }, never).place.w).toBeCloseTo(0.03);
  });

  it('snaps to the safe margin, the middle and the edge, and says to which', () => {
    const near = { x: 0.01, y: 0.01 };
    const margin = dragged(box, 'move', { x: -0.145, y: 0.3 }, near);
    expect(margin.place.x).toBe(0.05);
    expect(margin.guides).toContainEqual({ axis: 'x', at: 0.05 });
    const middle = dragged(box, 'move', { x: 0.153, y: 0.05 }, near);
    expect(middle.place.x).toBeCloseTo(0.35);
    expect(dragged(box, 'se', { x: 0.494, y: 0 }, near).place.w).toBeCloseTo(0.8);
  });

  it('lies on the picture whatever is done to it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const place = fc.record({ x: share, y: share, w: share, h: share }).map(({ x, y, w, h }) => ({
      x: x * 0.9,
      y: y * 0.9,
      w: 0.03 + w * (0.97 - x * 0.9),
      h: 0.03 + h * (0.97 - y * 0.9),
    }));
    const by = fc.record({
      x: fc.double({ min: -2, max: 2, noNaN: true }),
      y: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    const grip = fc.constantFrom<Grip>('move', ...edges);
    fc.assert(
      fc.property(place, grip, by, (from, held, way) => {
        const { x, y, w, h } = dragged(from, held, way, { x: 0.01, y: 0.01 }).place;
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1.0002);
        expect(Math.min(w, h)).toBeGreaterThanOrEqual(0.0299);
      }),
    );
  });

  it('is nudged by arrow keys, further with Shift, and resized with Alt', () => {
    const canvas = { width: 1000, height: 500 };
    const press = { shiftKey: false, altKey: false };
    expect(nudged(box, { ...press, key: 'ArrowRight' }, canvas)).toEqual({ ...box, x: 0.202 });
    expect(nudged(box, { ...press, key: 'ArrowUp', shiftKey: true }, canvas)).toEqual({ ...box, y: 0.16 });
    expect(nudged(box, { ...press, key: 'ArrowDown', altKey: true }, canvas)).toEqual({ ...box, h: 0.304 });
    expect(nudged(box, { ...press, key: 'a' }, canvas)).toBeUndefined();
  });
});

describe('changes of a layout', () => {
  const at = (theme: 'night' | 'paper', more = {}) => ({ ...defaultOverlaySettings, theme, ...more });
  const edit = (from: 'night' | 'paper', to: 'night' | 'paper', about: string, when: number) => {
    const made = editBetween(at(from), at(to), about, when);
    if (made === undefined) throw new Error('Nothing differs');
    return made;
  };

  it('are none where nothing differs', () => {
    expect(editBetween(at('night'), at('night'), 'x', 0)).toBeUndefined();
  });

  it('are taken back and made again', () => {
    const made = withEdit(noEdits, edit('night', 'paper', 'theme', 0));
    const back = takeBack(made);
    expect(back?.patch).toEqual({ theme: 'night' });
    const again = doAgain(back?.history ?? noEdits);
    expect(again?.patch).toEqual({ theme: 'paper' });
    expect(takeBack(noEdits)).toBeUndefined();
    expect(doAgain(made)).toBeUndefined();
  });

  it('of the same thing in a row are one, others are not', () => {
    const first = withEdit(noEdits, edit('night', 'paper', 'place chat', 0));
    expect(withEdit(first, edit('paper', 'night', 'place chat', 500)).done).toHaveLength(1);
    expect(withEdit(first, edit('paper', 'night', 'place chat', 5000)).done).toHaveLength(2);
    expect(withEdit(first, edit('paper', 'night', 'other', 500)).done).toHaveLength(2);
  });
});

describe('settings as a file', () => {
  it('come back as they were, without the rooms', () => {
    const settings = { ...defaultOverlaySettings, theme: 'paper' as const, rooms: ['account/room'] };
    const text = writeSettings('Main', settings);
    expect(text).not.toContain('account/room');
    const { rooms: _, ...rest } = settings;
    expect(readSettings(text)).toEqual({ ok: true, settings: rest });
  });

  it('of an older version get the defaults of what they do not name', () => {
    const read = readSettings(
      JSON.stringify({ kind: 'livedeck-overlay', version: 1, settings: { theme: 'night' } }),
    );
    expect(read).toMatchObject({ ok: true, settings: { theme: 'night', chat: { rows: 6 } } });
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'other-file'],
    ['{"kind":"livedeck-overlay","version":2,"settings":{}}', 'newer'],
    ['{"kind":"livedeck-overlay","version":1,"settings":{"chat":{"size":9000}}}', 'settings'],
  ])('are refused with a reason: %s', (text, why) => {
    expect(readSettings(text)).toMatchObject({ ok: false, why });
  });
});

describe('the check of custom CSS', () => {
  it.each([
    ['', 1, 'fine'],
    ['.a { color: red }', 1, 'fine'],
    ['.a { color: red', 1, 'braces'],
    ['.a::before { content: "}" }', 1, 'fine'],
    ['just words', 0, 'nothing'],
    ['.a { background: url(x) }', 1, 'loads'],
    ['@import "x";', 1, 'loads'],
  ])('says of %s, of which the browser understood %s: %s', (css, rules, state) => {
    expect(checkCss(css, () => rules)).toBe(state);
  });
});

describe('a connected page', () => {
  const canvas = { width: 1920, height: 1080 };
  const page: OverlayClient = {
    id: 'c',
    width: 1920,
    height: 1080,
    fps: 60,
    chromium: 127,
    obs: true,
    onScreen: 0,
    preview: false,
  };

  it('is fine at the right size in a Chromium that is new enough', () => {
    expect(troublesOf(page, canvas)).toEqual([]);
    expect(troublesOf({ ...page, chromium: 103 }, canvas)).toEqual([]);
  });

  it('is told of where it is not', () => {
    const receipt = { answered: false, ms: 1500, removed: 0, at: 0 };
    expect(troublesOf({ ...page, width: 800, chromium: 95, receipt }, canvas)).toEqual([
      'size',
      'old',
      'silent',
    ]);
    expect(troublesOf({ ...page, chromium: 0 }, canvas)).toEqual(['not-chromium']);
  });
});

describe('the inspector', () => {
  it('has a field for every setting of every layer', () => {
    for (const layer of overlayLayers) {
      const names = Object.keys(defaultOverlaySettings[layer]).filter(
        (name) => name !== 'on' && name !== 'place',
      );
      expect(layerFields[layer].map(({ name }) => name).sort()).toEqual(names.sort());
      for (const { name } of layerFields[layer])
        expect(fieldValue(defaultOverlaySettings, layer, name)).toBeDefined();
    }
  });
});

describe('the made-up show', () => {
  it('brings every kind within a round, each well-formed', () => {
    const next = createSample(() => 0);
    const items = Array.from({ length: 12 }, () => next('en')).flat();
    for (const item of items) overlayItemSchema.parse(item);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['comment', 'like', 'join', 'gift', 'pin', 'notice']),
    );
  });
});

describe('an overlay’s window among the displays', () => {
  const display = (id: string, x: number, primary: boolean) => {
    const bounds = { x, y: 0, width: 1920, height: 1080 };
    return { id, name: '', bounds, workArea: { ...bounds, height: 1040 }, primary };
  };
  const [left, main] = [display('a', -1920, false), display('b', 0, true)];

  it('belongs to the one that it was put on, else to the main one', () => {
    expect(homeOf('a', [left, main])).toBe(left);
    expect(homeOf('unplugged', [left, main])).toBe(main);
    expect(homeOf('', [left])).toBe(left);
    expect(homeOf('', [])).toBe(undefined);
  });

  it('goes to the middle of what is free there, and never out of reach', () => {
    expect(middleOf(left, { width: 1280, height: 720 })).toEqual({
      x: -1600,
      y: 160,
      width: 1280,
      height: 720,
    });
    expect(middleOf(main, { width: 3840, height: 2160 })).toMatchObject({ x: 0, y: 0, width: 3840 });
  });
});
