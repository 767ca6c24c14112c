import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import { defaultOverlaySettings } from '../../../main/contract/models/overlay.ts';
import { createOverlayWindows } from '../../../main/core/overlay-windows/overlay-windows.ts';
import {
  type OverlayWindowsDocument,
  overlayWindowsDocumentSchema,
} from '../../../main/core/overlay-windows/overlay-windows-document.ts';
import { deskMirror, overlayWindowDouble, reportsDouble } from '../../support/desk-doubles.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const unknown = appError('not-found', { en: 'No such overlay.', 'zh-CN': '没有该叠加层。' });

const rig = (stored: unknown = {}, withWindows = true) => {
  const clock = createManualClock();
  const double = overlayWindowDouble();
  const { mirror, published, publish } = deskMirror();
  const { reports, report } = reportsDouble();
  let document: OverlayWindowsDocument = overlayWindowsDocumentSchema.parse(stored);
  const overlay: { keyColour: string | null; secret: string; gone: boolean } = {
    keyColour: null,
    secret: 's1',
    gone: false,
  };
  const known = (overlayId: string) => overlayId === 'main' && !overlay.gone;
  const windows = createOverlayWindows({
    windows: withWindows
      ? { transparent: true, placed: double.port }
      : { transparent: false, open: async () => ({ ok: true, value: null }) },
    clock,
    store: {
      get: () => document,
      set: (next) => {
        document = next;
      },
    },
    overlays: {
      url: (id) =>
        known(id)
          ? { ok: true, value: `http://127.0.0.1:9/o/${overlay.secret}/` }
          : { ok: false, error: unknown },
      windowRequest: (id) =>
        known(id)
          ? {
              ok: true,
              value: {
                overlayId: id,
                title: `Livedeck overlay ${id}`,
                address: `http://127.0.0.1:9/w/${id}?${overlay.secret}`,
                width: 1280,
                height: 720,
                alreadyOpen: false,
              },
            }
          : { ok: false, error: unknown },
      settings: (id) =>
        known(id)
          ? { ok: true, value: { ...defaultOverlaySettings, keyColour: overlay.keyColour } }
          : { ok: false, error: unknown },
      status: () => ({}),
    },
    mirror,
    publish,
    report,
    onDisplays: (displays) => mirror.patch('desktop', { displays: [...displays] }),
  });
  const seen = () => mirror.get('overlayWindows').main;
  return {
    clock,
    mirror,
    published,
    reports,
    overlay,
    windows,
    seen,
    stored: () => document,
    displays: double.displays,
    done: double.done,
    tell: double.tell,
    /** The windows that stand open, as they were last told to be. */
    standing: () => [...double.windows.values()],
  };
};

describe('an overlay’s window', () => {
  it('opens with a fixed title, transparent, in sight, and lets the mouse through', async () => {
    const r = rig();
    expect(await r.windows.open('main')).toEqual({ ok: true, value: {} });
    expect(r.seen()).toMatchObject({ open: true, keyed: false, clickThrough: true });
    expect(await r.windows.open('other')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is told everything it needs, and no more than once', () => {
    const r = rig();
    void r.windows.open('main');
    void r.windows.open('main');
    expect(r.standing()).toEqual([
      {
        overlayId: 'main',
        title: 'Livedeck overlay main',
        url: 'http://127.0.0.1:9/w/main?s1',
        bounds: { x: 320, y: 160, width: 1280, height: 720 },
        alwaysOnTop: false,
        clickThrough: true,
        keyColour: null,
      },
    ]);
  });

  it('remembers where it was put, once the mouse rests, and comes back there', () => {
    const r = rig();
    void r.windows.open('main');
    const bounds = { x: 10, y: 20, width: 640, height: 360 };
    r.tell().moved('main', { ...bounds, x: 11 });
    r.tell().moved('main', bounds);
    expect(r.stored().windows.main?.bounds).toBeNull();
    r.clock.advance(500);
    expect(r.stored().windows.main).toMatchObject({ bounds, display: '1', open: true });
    r.windows.dispose();
    const next = rig(r.stored());
    next.windows.reopen();
    expect(next.standing()[0]?.bounds).toEqual(bounds);
    expect(next.mirror.get('desktop').displays).toHaveLength(1);
  });

  it('that a person closed stays closed', () => {
    const r = rig();
    void r.windows.open('main');
    r.tell().closed('main');
    expect(r.seen()).toMatchObject({ open: false });
    const next = rig(r.stored());
    next.windows.reopen();
    expect(next.standing()).toEqual([]);
  });

  it('is rescued when its display goes', () => {
    const r = rig();
    const far = { id: '2', name: '', primary: false };
    const place = { x: 1920, y: 0, width: 1920, height: 1080 };
    r.displays.push({ ...far, bounds: place, workArea: place });
    r.windows.set('main', { bounds: { x: 2500, y: 0, width: 800, height: 600 }, display: '2' });
    void r.windows.open('main');
    r.displays.pop();
    r.tell().displays();
    expect(r.standing()[0]?.bounds).toEqual({ x: 560, y: 220, width: 800, height: 600 });
  });

  describe('whose display sleeps', () => {
    const place = { x: 1920, y: 0, width: 1920, height: 1080 };
    const second = { id: '2', name: '', primary: false, bounds: place, workArea: place };
    const home = { x: 2500, y: 0, width: 800, height: 600 };
    const asleep = () => {
      const r = rig();
      r.displays.push(second);
      r.windows.set('main', { bounds: home, display: '2' });
      void r.windows.open('main');
      r.displays.pop();
      r.tell().displays();
      const rescued = r.standing()[0]?.bounds ?? home;
      const wake = () => {
        r.displays.push(second);
        r.tell().displays();
      };
      return { ...r, rescued, wake };
    };

    it('comes home when the display is back, however often it was moved for that', () => {
      const r = asleep();
      r.tell().moved('main', { ...r.rescued, x: 3 });
      r.clock.advance(1000);
      r.tell().moved('main', r.rescued);
      r.clock.advance(10_000);
      // Some systems tell late where a window came to stand.
      r.tell().moved('main', r.rescued);
      r.clock.advance(1000);
      expect(r.stored().windows.main).toMatchObject({ bounds: home, display: '2' });
      r.wake();
      expect(r.standing()[0]?.bounds).toEqual(home);
    });

    it('comes home also where the system moved it before it told of the display', () => {
      const r = rig();
      r.displays.push(second);
      r.windows.set('main', { bounds: home, display: '2' });
      void r.windows.open('main');
      r.displays.pop();
      r.tell().moved('main', { ...home, x: 0 });
      r.tell().displays();
      r.clock.advance(10_000);
      expect(r.stored().windows.main).toMatchObject({ bounds: home, display: '2' });
    });

    it('and is opened meanwhile, keeps its place', () => {
      const r = rig();
      r.windows.set('main', { bounds: home, display: '2' });
      void r.windows.open('main');
      r.tell().moved('main', r.standing()[0]?.bounds ?? home);
      r.clock.advance(1000);
      expect(r.stored().windows.main).toMatchObject({ bounds: home, display: '2' });
    });

    it('stays where a person puts it meanwhile', () => {
      const r = asleep();
      r.clock.advance(3000);
      const chosen = { ...r.rescued, x: 0, y: 0 };
      r.tell().moved('main', chosen);
      r.clock.advance(1000);
      r.wake();
      expect(r.stored().windows.main).toMatchObject({ bounds: chosen, display: '1' });
      expect(r.standing()[0]?.bounds).toEqual(chosen);
    });
  });

  it('takes the mouse while it is arranged, and says when its frame has left the picture', () => {
    const r = rig();
    expect(r.windows.arrange('main', true)).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    void r.windows.open('main');
    r.windows.arrange('main', true);
    expect(r.standing()[0]?.clickThrough).toBe(false);
    expect(r.seen()?.arranging).toBe('on');
    r.windows.confirm('main', true);
    r.windows.arrange('main', false);
    expect(r.seen()?.arranging).toBe('ending');
    r.windows.confirm('main', false);
    expect(r.seen()?.arranging).toBe('off');
    expect(r.standing()[0]?.clickThrough).toBe(true);
    const told = r.published.filter(([event]) => event === 'overlay-window:arrange');
    expect(told.map(([, payload]) => payload)).toEqual([
      { overlayId: 'main', on: true },
      { overlayId: 'main', on: false },
    ]);
  });

  it('tells a page that was loaded again about the frame', () => {
    const r = rig();
    void r.windows.open('main');
    r.windows.arrange('main', true);
    r.windows.confirm('main', false);
    expect(r.published.filter(([event]) => event === 'overlay-window:arrange')).toHaveLength(2);
  });

  it('follows a new secret, is made anew for a colour key, and goes with its overlay', () => {
    const r = rig();
    void r.windows.open('main');
    r.overlay.secret = 's2';
    r.windows.follow('main');
    expect(r.standing()[0]?.url).toContain('s2');
    r.overlay.keyColour = '#00ff00';
    r.windows.follow('main');
    expect(r.standing()[0]?.keyColour).toBe('#00ff00');
    expect(r.seen()).toMatchObject({ open: true, keyed: true });
    r.overlay.gone = true;
    r.windows.follow('main');
    expect(r.standing()).toEqual([]);
  });

  it('is started again when its page ends or hangs, but not for ever', () => {
    const r = rig();
    void r.windows.open('main');
    r.tell().hung('main', true);
    r.clock.advance(9000);
    r.tell().hung('main', false);
    r.clock.advance(9000);
    expect(r.done).toEqual([]);
    r.tell().hung('main', true);
    r.clock.advance(10_000);
    expect(r.done).toEqual(['kill main']);
    for (let times = 0; times < 4; times += 1) r.tell().gone('main');
    expect(r.done.slice(1)).toEqual(['reload main', 'reload main', 'reload main']);
    expect(r.reports[0]?.en).toContain('stopped several times');
    expect(r.seen()?.open).toBe(false);
  });

  it('switches click-through for all windows by one key', () => {
    const r = rig();
    void r.windows.open('main');
    r.windows.toggleClickThrough();
    expect(r.standing()[0]?.clickThrough).toBe(false);
    r.windows.toggleClickThrough();
    expect(r.standing()[0]?.clickThrough).toBe(true);
  });

  it('in the browser host is opened by the browser and cannot be placed, and that is said', async () => {
    const { windows } = rig({}, false);
    expect(await windows.open('main')).toEqual({ ok: true, value: {} });
    for (const answer of [windows.close('main'), windows.set('main', {})])
      expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });
});
