import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ObsCheckId,
  obsCheckIds,
  obsCheckSchema,
  obsSettingsSchema,
} from '../../../main/contract/models/obs.ts';
import { ok } from '../../../main/contract/result.ts';
import { examine } from '../../../main/core/obs/doctor/doctor.ts';
import type { Facts, ObsFacts, SourceFacts } from '../../../main/core/obs/doctor/facts.ts';

const url = 'http://127.0.0.1:21657/o/abc/';
const client = {
  id: 'c1',
  width: 1280,
  height: 720,
  fps: 0,
  chromium: 103,
  obs: true,
  onScreen: 0,
  preview: false,
};

const transform = {
  sourceWidth: 1280,
  sourceHeight: 720,
  positionX: 0,
  positionY: 0,
  scaleX: 1,
  scaleY: 1,
  rotation: 0,
  alignment: 5,
  boundsType: 'OBS_BOUNDS_NONE',
  boundsWidth: 1,
  boundsHeight: 1,
  cropLeft: 0,
  cropRight: 0,
  cropTop: 0,
  cropBottom: 0,
};

const browserSource: SourceFacts = {
  source: { inputName: 'Livedeck overlay', kind: 'browser_source', way: 'browser' },
  settings: { url, width: 1280, height: 720 },
  windows: undefined,
  filters: [],
  active: { videoActive: true, videoShowing: true },
  placed: {
    container: 'Scene',
    inGroup: false,
    item: { sceneItemId: 1, sceneItemIndex: 0, sceneItemEnabled: true, sourceName: 'Livedeck overlay' },
    doubles: [],
    among: 1,
  },
  transform,
  previewed: false,
};

const windowSource: SourceFacts = {
  ...browserSource,
  source: { inputName: 'Livedeck overlay', kind: 'xcomposite_input', way: 'window' },
  settings: { capture_window: '1\r\nLivedeck overlay\r\nx' },
  windows: [{ name: 'Livedeck overlay', value: '9\r\nLivedeck overlay\r\nx' }],
  transform: { ...transform, boundsType: 'OBS_BOUNDS_SCALE_INNER', boundsWidth: 1280, boundsHeight: 720 },
};

const obsWith = (source: SourceFacts | undefined, more: Partial<ObsFacts> = {}): Facts['obs'] =>
  ok({
    kinds: ['browser_source', 'xcomposite_input'],
    canvas: { width: 1280, height: 720 },
    scene: 'Scene',
    previewScene: undefined,
    source,
    ...more,
  });

const facts = (more: Partial<Facts> = {}): Facts => ({
  target: {
    overlayId: 'main',
    inputName: 'Livedeck overlay',
    url,
    otherUrls: [],
    canvas: { width: 1920, height: 1080 },
    keyColour: null,
    windowKeyColour: null,
    windowTitle: 'Livedeck overlay',
  },
  settings: obsSettingsSchema.parse({}),
  host: 'desktop',
  status: {
    state: 'connected',
    obsVersion: '31.0.0',
    websocketVersion: '5.5.0',
    platform: 'windows',
    asksPassword: true,
    scene: 'Scene',
    scenes: ['Scene'],
    sources: [{ overlayId: 'main', inputName: 'Livedeck overlay', way: 'browser' }],
    onAir: ['main'],
    streaming: false,
    recording: false,
    virtualCamera: false,
    studioMode: false,
  },
  version: { obsVersion: '31.0.0', obsWebSocketVersion: '5.5.0', availableRequests: [], platform: 'windows' },
  obs: obsWith(browserSource),
  page: { id: 'main', name: 'Main', clients: [client], blank: false, port: 21_657 },
  picture: { taken: false, why: { en: 'Left out.', 'zh-CN': '已略过。' } },
  ...more,
});

const check = (id: ObsCheckId, given: Facts) => examine(given).find((one) => one.id === id);

describe('the checks of the doctor', () => {
  it('say that an overlay cannot be reached from another computer, and offer no button for it', () => {
    const remote = { ...obsSettingsSchema.parse({}), address: '192.168.1.20' };
    const found = check('address', facts({ settings: remote }));
    expect(found).toMatchObject({ state: 'problem' });
    expect(found?.fix).toBe(undefined);
    expect(found?.text.en).toContain('another computer');
  });

  it('tell an address of old from one that is only written in another way', () => {
    const showing = (shown: unknown, more = {}) =>
      check('address', facts({ obs: obsWith({ ...browserSource, settings: { url: shown, ...more } }) }));
    expect(showing('http://localhost:21657/o/abc/')?.text.en).toContain('written in another way');
    expect(showing('http://127.0.0.1:21657/o/old/')?.text.en).toContain('another address');
    expect(showing(url, { is_local_file: true })).toMatchObject({ state: 'problem', fix: 'repair-source' });
    expect(showing(undefined)).toMatchObject({ state: 'problem' });
  });

  it('say that studio mode broadcasts a scene as it was, and which scene is to be transitioned', () => {
    const hidden: SourceFacts = { ...browserSource, active: { videoActive: false, videoShowing: true } };
    const visibleWith = (previewScene: string | undefined) =>
      check('visible', facts({ obs: obsWith(hidden, { previewScene }) }));
    expect(visibleWith('Scene')).toMatchObject({ state: 'problem', fix: 'transition' });
    const other = visibleWith('Other');
    expect(other?.fix).toBe(undefined);
    expect(other?.remedy?.en).toContain('Choose the scene "Scene"');
    expect(visibleWith(undefined)?.remedy?.en).toContain('Wait for the scene change');
  });

  it('take a window that was opened again for the same one', () => {
    expect(check('address', facts({ obs: obsWith(windowSource) }))).toMatchObject({ state: 'ok' });
    const closed = { ...windowSource, windows: [] };
    expect(check('address', facts({ obs: obsWith(closed) }))).toMatchObject({
      state: 'problem',
      fix: 'repair-source',
    });
  });

  it('leave the window of a capture made by hand to the person who made it', () => {
    const byHand: SourceFacts = {
      ...windowSource,
      source: { ...windowSource.source, kind: 'pipewire-window-capture-source' },
      windows: undefined,
    };
    expect(check('address', facts({ obs: obsWith(byHand) }))?.state).toBe('skipped');
  });

  it('let a source of its overlay’s own size stand anywhere in the picture, and not run off it', () => {
    const placedAt = (more: Partial<typeof transform>, canvas = { width: 600, height: 600 }) => {
      const of = { ...transform, sourceWidth: canvas.width, sourceHeight: canvas.height, ...more };
      const source = { ...browserSource, settings: { url, ...canvas }, transform: of };
      const base = facts({ obs: obsWith(source) });
      return check('size', { ...base, target: { ...base.target, canvas } })?.state;
    };
    expect(placedAt({ positionX: 680, positionY: 120 })).toBe('ok');
    expect(placedAt({ positionX: 1280, positionY: 720, alignment: 10 })).toBe('ok');
    expect(placedAt({ positionX: 600, scaleX: -1 })).toBe('ok');
    expect(placedAt({ positionX: 700 })).toBe('problem');
    expect(placedAt({ positionX: 100, alignment: 4 })).toBe('problem');
    const phone = { width: 1080, height: 1920 };
    expect(placedAt({}, phone)).toBe('problem');
    expect(placedAt({ scaleX: 0.3, scaleY: 0.3, cropTop: 20 }, phone)).toBe('ok');
    const bounds = { boundsType: 'OBS_BOUNDS_SCALE_INNER', boundsWidth: 1280, boundsHeight: 720 };
    expect(placedAt(bounds, phone)).toBe('ok');
  });

  it('take what OBS itself fitted to the screen for covering the picture', () => {
    const fitted = {
      ...transform,
      boundsType: 'OBS_BOUNDS_SCALE_INNER',
      boundsWidth: 1280,
      boundsHeight: 720,
    };
    const sized = (of: typeof transform) =>
      check('size', facts({ obs: obsWith({ ...browserSource, transform: of }) }))?.state;
    expect(sized(fitted)).toBe('ok');
    expect(sized({ ...fitted, boundsWidth: 640 })).toBe('problem');
  });

  it('say that a minimised window gives no picture', () => {
    const minimised = { ...windowSource, transform: { ...transform, sourceWidth: 0, sourceHeight: 0 } };
    expect(check('size', facts({ obs: obsWith(minimised) }))?.remedy?.en).toContain('minimise');
  });

  it('say that a window of another shape does not fill the picture, unless it is cropped to it', () => {
    const placedIn = windowSource.transform ?? transform;
    const tall = { ...placedIn, sourceHeight: 757 };
    const shape = (of: typeof transform) =>
      check('size', facts({ obs: obsWith({ ...windowSource, transform: of }) }));
    expect(shape(tall)).toMatchObject({ state: 'problem' });
    expect(shape({ ...tall, cropTop: 37 })).toMatchObject({ state: 'ok' });
  });

  it("want a colour taken out of a browser's window, and none out of the desktop's clear one", () => {
    const captured = obsWith(windowSource);
    expect(check('colour-key', facts({ obs: captured }))?.state).toBe('skipped');
    expect(check('colour-key', facts({ obs: captured, host: 'browser' }))).toMatchObject({
      state: 'problem',
      fix: 'set-colour-key',
    });
  });

  it('find a source that is on air through a nested scene', () => {
    const nested = { ...browserSource, placed: undefined, transform: undefined };
    expect(check('scene', facts({ obs: obsWith(nested) }))).toMatchObject({ state: 'ok' });
    expect(check('visible', facts({ obs: obsWith(nested) }))).toMatchObject({ state: 'ok' });
  });

  it('say that the overlay server does not run', () => {
    expect(check('page', facts({ page: undefined }))?.text.en).toContain('server');
  });

  it('always say something in both languages, in order, with a remedy for every problem', () => {
    const reading = fc.constantFrom(
      { seen: 'nothing' } as const,
      { seen: 'misplaced' } as const,
      { seen: 'parts', missing: ['topLeft'] } as const,
      {
        seen: 'pattern',
        margins: { left: 0, top: 30, right: 0, bottom: 0 },
        whole: false,
        background: 'clear',
        halfTones: false,
        cell: 1,
      } as const,
    );
    const some = fc.record({
      source: fc.constantFrom(browserSource, windowSource, undefined),
      enabled: fc.boolean(),
      active: fc.boolean(),
      keyColour: fc.constantFrom(null, '#00ff00'),
      host: fc.constantFrom('desktop', 'browser'),
      blank: fc.boolean(),
      clients: fc.constantFrom([], [client], [{ ...client, obs: false, fps: 60 }]),
      scale: fc.constantFrom(1, 2),
      reading: fc.option(reading, { nil: undefined }),
      moves: fc.constantFrom(true, false, undefined),
      uncovered: fc.constantFrom(true, false, undefined),
    });
    fc.assert(
      fc.property(some, (one) => {
        const base = facts();
        const placed = browserSource.placed && {
          ...browserSource.placed,
          item: { ...browserSource.placed.item, sceneItemEnabled: one.enabled },
        };
        const source = one.source && {
          ...one.source,
          placed,
          active: { videoActive: one.active, videoShowing: one.active },
        };
        const checks = examine({
          ...base,
          host: one.host,
          target: { ...base.target, keyColour: one.keyColour, windowKeyColour: one.keyColour },
          obs: obsWith(source),
          page: {
            id: 'main',
            name: 'Main',
            clients: [...one.clients],
            blank: one.blank,
            port: 1,
          },
          picture:
            one.reading === undefined
              ? base.picture
              : {
                  taken: true,
                  result: {
                    reading: one.reading,
                    shot: undefined,
                    scale: one.scale,
                    moves: one.moves,
                    uncovered: one.uncovered,
                  },
                },
        });
        expect(checks.map(({ id }) => id)).toEqual(obsCheckIds);
        for (const { state, text, remedy, ...rest } of checks) {
          expect(obsCheckSchema.safeParse({ state, text, remedy, ...rest }).success).toBe(true);
          expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
          expect(text.en).toMatch(/^[A-Z].*\.$/u);
          expect(text.en).not.toMatch(/\p{Script=Han}/u);
          if (state === 'problem') expect(remedy?.['zh-CN']).toMatch(/\p{Script=Han}/u);
        }
      }),
    );
  });
});
