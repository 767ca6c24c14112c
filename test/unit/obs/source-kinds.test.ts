import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayAmong } from '../../../main/core/obs/choose-way.ts';
import { isKeyed, obsColour } from '../../../main/core/obs/colour-key.ts';
import { isSameOverlay } from '../../../main/core/obs/find-source.ts';
import { isSameWindow } from '../../../main/core/obs/source-kinds.ts';
import { inputNameFor } from '../../../main/core/obs/source-target.ts';
import { pickWindow } from '../../../main/core/obs/windows.ts';

describe('the way into OBS', () => {
  it.each([
    [['browser_source', 'window_capture'], null, 'browser_source'],
    [['browser_source', 'window_capture'], 'window', 'window_capture'],
    [['browser_source', 'screen_capture', 'window_capture'], 'window', 'screen_capture'],
    [['image_source', 'xcomposite_input', 'xshm_input'], null, 'xcomposite_input'],
  ] as const)('among %j, wished %s, is %s', (kinds, wished, kind) => {
    expect(wayAmong(kinds, wished)).toMatchObject({ ok: true, value: { kind } });
  });

  it.each([
    [['xcomposite_input'], 'browser'],
    [['browser_source'], 'window'],
    [[], null],
  ] as const)('is refused with what to do among %j, wished %s', (kinds, wished) => {
    const way = wayAmong(kinds, wished);
    expect(way.ok ? '' : way.error.remedy?.['zh-CN']).not.toBe('');
    expect(way.ok).toBe(false);
  });
});

describe('an overlay address', () => {
  const url = 'http://127.0.0.1:21657/o/abc/';
  it.each([
    'http://127.0.0.1:21657/o/abc',
    'http://localhost:21657/o/abc/',
    'http://127.0.0.1:21657/o/abc/?x=1#y',
  ])('is the same when it is written as %s', (other) => {
    expect(isSameOverlay(url, other)).toBe(true);
  });
  it.each([
    'http://127.0.0.1:21658/o/abc/',
    'http://127.0.0.1:21657/o/abd/',
    'http://example.com:21657/o/abc/',
    '',
    'no address',
    7,
    null,
    undefined,
  ])('is another one when it is %s', (other) => {
    expect(isSameOverlay(url, other)).toBe(false);
  });
});

describe("OBS's list of windows", () => {
  it('has the overlay under its exact title, whatever else is open', () => {
    const windows = ['Livedeck overlay - Chromium', '[msedge.exe]: Livedeck overlay', 'Livedeck overlay'];
    const listed = windows.map((name, value) => ({ name, value }));
    expect(pickWindow(listed, 'Livedeck overlay')?.value).toBe(2);
    expect(pickWindow(listed.slice(0, 2), 'Livedeck overlay')?.value).toBe(1);
    expect(pickWindow(listed.slice(0, 1), 'Livedeck overlay')?.value).toBe(0);
    expect(pickWindow([], 'Livedeck overlay')).toBe(undefined);
  });

  it('names an X11 window anew at each opening and means the same', () => {
    expect(isSameWindow('1\r\ntitle\r\nclass', '2\r\ntitle\r\nclass')).toBe(true);
    expect(isSameWindow('1\r\ntitle\r\nclass', '1\r\nother\r\nclass')).toBe(false);
    expect(isSameWindow('title:Chrome_WidgetWin_1:a.exe', 'title:Chrome_WidgetWin_1:b.exe')).toBe(false);
    expect(isSameWindow(17, 17)).toBe(true);
    expect(isSameWindow(17, 18)).toBe(false);
  });
});

describe('a colour', () => {
  it('is a number of alpha, blue, green and red for OBS', () => {
    expect(obsColour('#00ff00')).toBe(0xff00ff00);
    expect(obsColour('#102030')).toBe(0xff302010);
    fc.assert(
      fc.property(fc.nat(0xffffff), (rgb) => {
        const colour = obsColour(`#${rgb.toString(16).padStart(6, '0')}`);
        expect(colour).toBeGreaterThanOrEqual(0xff000000);
        expect(colour).toBeLessThanOrEqual(0xffffffff);
      }),
    );
  });

  it('counts as taken out only while the filter is on', () => {
    const filter = {
      filterName: 'Colour Key',
      filterKind: 'color_key_filter_v2',
      filterEnabled: true,
      filterSettings: { key_color: 0xff00ff00 },
    };
    expect(isKeyed([filter], '#00FF00')).toBe(true);
    expect(isKeyed([{ ...filter, filterEnabled: false }], '#00ff00')).toBe(false);
    expect(isKeyed([filter], '#0000ff')).toBe(false);
    expect(isKeyed([{ ...filter, filterKind: 'crop_filter' }], '#00ff00')).toBe(false);
  });
});

describe("an overlay's source", () => {
  it('has the name from the settings, and each further overlay its own behind it', () => {
    const settings = { inputName: 'Chat' };
    expect(inputNameFor(settings, { id: 'main', name: 'Main' })).toBe('Chat');
    expect(inputNameFor(settings, { id: 'k3', name: '竖屏' })).toBe('Chat (竖屏)');
  });
});
