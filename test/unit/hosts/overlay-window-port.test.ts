import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOverlayWindowPort } from '../../../main/hosts/desktop/overlay-windows.ts';
import { overlayWindowSpec as spec } from '../../support/desk-doubles.ts';
import { fakeElectron } from '../../support/electron-double.ts';

const double = () => fakeElectron({ userData: mkdtempSync(join(tmpdir(), 'livedeck-')), appPath: '/app' });

describe('an overlay’s window under Electron', () => {
  const rig = () => {
    const { electron, windows } = double();
    const heard: unknown[][] = [];
    const port = createOverlayWindowPort({
      Window: electron.BrowserWindow,
      screen: electron.screen,
      preload: '/app/dist/preload/overlay.cjs',
      devTools: false,
      onPage: (overlayId) => void heard.push(['page', overlayId]),
    });
    port.listen({
      moved: (...what) => void heard.push(['moved', ...what]),
      closed: (id) => void heard.push(['closed', id]),
      gone: (id) => void heard.push(['gone', id]),
      hung: (...what) => void heard.push(['hung', ...what]),
      displays: () => void heard.push(['displays']),
    });
    port.open(spec);
    const [window] = windows;
    if (window === undefined) throw new Error('No window was made.');
    return { port, window, heard };
  };

  it('is made as capture tools need it', () => {
    const { window } = rig();
    expect(window.options).toMatchObject({
      title: 'Livedeck overlay main',
      ...spec.bounds,
      useContentSize: true,
      frame: false,
      transparent: true,
      backgroundColor: '#00000000',
      hasShadow: false,
      roundedCorners: false,
      thickFrame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      show: false,
      webPreferences: {
        partition: 'livedeck-overlays',
        backgroundThrottling: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      },
    });
    // OBS leaves tool windows and children of other windows off its list.
    expect(window.options).not.toHaveProperty('type');
    expect(window.options).not.toHaveProperty('parent');
    expect(window.loaded).toBe(spec.url);
    expect(window.shown).toBe('no');
    window.window.emit('ready-to-show');
    expect(window.shown).toBe('inactive');
  });

  it('is filled with the key colour where one is to be keyed out', () => {
    const { port } = rig();
    const { electron, windows } = double();
    port.close('main');
    createOverlayWindowPort({
      Window: electron.BrowserWindow,
      screen: electron.screen,
      preload: '/x',
      devTools: false,
      onPage: () => undefined,
    }).open({ ...spec, keyColour: '#00ff00' });
    expect(windows[0]?.options).toMatchObject({ transparent: false, backgroundColor: '#00ff00' });
  });

  it('keeps its title, is never minimised, and its page may not move it', () => {
    const { window } = rig();
    let stopped = 0;
    const event = { preventDefault: () => (stopped += 1) };
    window.window.emit('page-title-updated', event, 'Something else');
    window.page.emitter.emit('content-bounds-updated', event, {});
    window.window.emit('minimize');
    expect(stopped).toBe(2);
    expect(window.done).toContainEqual(['restore']);
  });

  it('lets the mouse through, stays on top above the taskbar, and is moved, as it is told', () => {
    const { port, window, heard } = rig();
    expect(window.done).toContainEqual(['mouse', true]);
    port.change('main', { clickThrough: false, alwaysOnTop: true, bounds: { ...spec.bounds, x: 99 } });
    expect(window.done).toEqual(
      expect.arrayContaining([
        ['mouse', false],
        ['on top', true, 'screen-saver'],
        ['bounds', { ...spec.bounds, x: 99 }],
      ]),
    );
    window.window.emit('move');
    expect(heard).toContainEqual(['moved', 'main', { ...spec.bounds, x: 99 }]);
  });

  it('tells when its page crashes or hangs, and when somebody else closes it', () => {
    const { port, window, heard } = rig();
    window.page.emitter.emit('render-process-gone', {}, { reason: 'crashed' });
    window.page.emitter.emit('render-process-gone', {}, { reason: 'clean-exit' });
    window.window.emit('unresponsive');
    port.kill('main');
    port.reload('main');
    expect(window.page.done).toEqual(['crash', 'reload']);
    window.window.emit('closed');
    expect(heard).toEqual([
      ['page', 'main'],
      ['gone', 'main'],
      ['hung', 'main', true],
      ['closed', 'main'],
    ]);
    expect(port.displays()[0]).toMatchObject({ id: '1', primary: true });
  });

  it('that Livedeck closes is not told as closed by somebody', () => {
    const { port, heard } = rig();
    port.close('main');
    expect(heard).toEqual([['page', 'main']]);
  });
});
