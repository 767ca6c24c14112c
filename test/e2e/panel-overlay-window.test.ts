import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appError } from '../../main/contract/app-error.ts';
import { defaultOverlaySettings, type OverlaySettings } from '../../main/contract/models/overlay.ts';
import { createOverlayWindows } from '../../main/core/overlay-windows/overlay-windows.ts';
import {
  type OverlayWindowsDocument,
  overlayWindowsDocumentSchema,
} from '../../main/core/overlay-windows/overlay-windows-document.ts';
import { createMirror } from '../../main/core/state/mirror.ts';
import { launchBrowser } from '../support/browser.ts';
import { overlayWindowDouble } from '../support/desk-doubles.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { builtPanel as built } from '../support/panel-host/built-panel.ts';
import { type OpenPanel, openPanel } from '../support/panel-host/open-panel.ts';
import type { PanelHost } from '../support/panel-host.ts';

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });
const second = {
  id: '2',
  name: '',
  primary: false,
  bounds: { x: 1920, y: 0, width: 2560, height: 1440 },
  workArea: { x: 1920, y: 0, width: 2560, height: 1440 },
};

/** The desktop's overlay windows behind the panel: the real service over windows that are only written down. */
const createDesktop = () => {
  const double = overlayWindowDouble();
  double.displays.push(second);
  let settings: OverlaySettings = defaultOverlaySettings;
  let document: OverlayWindowsDocument = overlayWindowsDocumentSchema.parse({});

  const serve = (host: PanelHost) => {
    const mirror = createMirror(host.state.values, (event, payload) => {
      if (event !== 'state:patch' || !('topic' in payload)) return;
      host.state.patch(payload.topic, payload.patch);
    });
    const windows = createOverlayWindows({
      windows: { transparent: true, placed: double.port },
      clock: createManualClock(),
      store: {
        get: () => document,
        set: (next) => {
          document = next;
        },
      },
      overlays: {
        url: () => ({ ok: true, value: 'http://127.0.0.1:9/o/secret/' }),
        windowRequest: (overlayId) => ({
          ok: true,
          value: {
            overlayId,
            title: 'Livedeck overlay main',
            address: 'http://127.0.0.1:9/w/main?ticket',
            ...settings.canvas,
            alreadyOpen: false,
          },
        }),
        settings: () => ({ ok: true, value: settings }),
        status: () => ({}),
      },
      mirror,
      publish: () => undefined,
      report: () => undefined,
      onDisplays: () => undefined,
    });
    host.state.patch('app', { host: 'desktop', firstStart: false });
    host.state.patch('desktop', { available: true, displays: double.displays });
    Object.assign(host.calls, {
      'overlay:settings': () => ({ ok: true, value: settings }),
      'overlay:configure': ({ patch }: { patch: Partial<OverlaySettings> }) => {
        settings = { ...settings, ...patch };
        windows.follow('main');
        return { ok: true, value: settings };
      },
      'overlay:open-window': () => windows.open('main'),
      'overlay-window:close': () => windows.close('main'),
      'overlay-window:set': ({ patch }: { patch: Parameters<typeof windows.set>[1] }) =>
        windows.set('main', patch),
      'overlay-window:arrange': ({ on }: { on: boolean }) => windows.arrange('main', on),
    } satisfies Partial<Record<keyof PanelHost['calls'], unknown>>);
    return windows;
  };
  return { serve, standing: () => double.windows.get('main') };
};

let browser: Browser;
let open: OpenPanel;
const desktop = createDesktop();
let windows: ReturnType<typeof desktop.serve>;

beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPanel(browser, built.folder, {
    before: (host) => {
      windows = desktop.serve(host);
    },
  });
  await open.page.keyboard.press('Control+6');
  await open.page.getByRole('button', { name: 'Window', exact: true }).click();
});
afterAll(async () => {
  await open.close();
  await browser.close();
});

const inspector = () => open.page.getByRole('complementary', { name: 'Settings' });
const press = (name: string) => inspector().getByRole('button', { name, exact: true }).click();
const bounds = () => desktop.standing()?.bounds;

describe('the overlay’s window on the desktop', () => {
  it('is opened and says so', async () => {
    await inspector().getByText('Closed').waitFor();
    await press('Open window');
    await inspector().getByText('see-through', { exact: true }).waitFor();
    expect(desktop.standing()).toMatchObject({
      bounds: { x: 0, y: 0, width: 1920, height: 1080 },
      alwaysOnTop: false,
      clickThrough: true,
      keyColour: null,
    });
  });

  it('goes to another display, gets another size, and its canvas’s again', async () => {
    await inspector().getByLabel('Display').selectOption({ label: 'Display 2, 2560 × 1440' });
    await eventually(bounds).toEqual({ x: 2240, y: 180, width: 1920, height: 1080 });
    await inspector().getByLabel('Width, px').fill('1280');
    await inspector().getByLabel('Width, px').press('Enter');
    await eventually(bounds).toEqual({ x: 2240, y: 180, width: 1280, height: 1080 });
    await inspector().getByText('The canvas is 1920 × 1080').waitFor();
    await press('To the middle of the display');
    await eventually(bounds).toEqual({ x: 2560, y: 180, width: 1280, height: 1080 });
    await press('As the canvas');
    await eventually(() => bounds()?.width).toBe(1920);
    // Out of range is put back, and nothing is asked of the window.
    await inspector().getByLabel('Height, px').fill('7');
    await inspector().getByLabel('Height, px').press('Enter');
    expect(await inspector().getByLabel('Height, px').inputValue()).toBe('1080');
  });

  it('stays on top and takes the mouse by choice', async () => {
    await inspector().getByRole('switch', { name: 'Always on top' }).click();
    await eventually(() => desktop.standing()?.alwaysOnTop).toBe(true);
    await inspector().getByRole('switch', { name: 'Mouse passes through' }).click();
    await eventually(() => desktop.standing()?.clickThrough).toBe(false);
    await inspector().getByRole('switch', { name: 'Mouse passes through' }).click();
    await eventually(() => desktop.standing()?.clickThrough).toBe(true);
  });

  it('is arranged, until its page confirms that the frame is off the picture', async () => {
    await press('Arrange');
    await inspector().getByText('The window shows a frame', { exact: false }).waitFor();
    expect(desktop.standing()?.clickThrough).toBe(false);
    windows.confirm('main', true);
    await press('Done arranging');
    await eventually(() => inspector().getByRole('button', { name: 'Done arranging' }).isDisabled()).toBe(
      true,
    );
    windows.confirm('main', false);
    await inspector().getByRole('button', { name: 'Arrange', exact: true }).waitFor();
    expect(desktop.standing()?.clickThrough).toBe(true);
  });

  it('is filled with a colour for tools that key it out', async () => {
    await inspector().getByLabel('Background').selectOption('Magenta key');
    await inspector().getByText('with its key colour', { exact: true }).waitFor();
    expect(desktop.standing()?.keyColour).toBe('#ff00ff');
    await inspector()
      .getByText('This colour fills the overlay wherever it is shown', { exact: false })
      .waitFor();
  });

  it('can be used without sight', async () => {
    const { violations } = await new AxeBuilder({ page: open.page }).include('.ov-inspector').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('is closed, and a refusal is told in plain words', async () => {
    await press('Close window');
    await inspector().getByText('Closed').waitFor();
    expect(desktop.standing()).toBeUndefined();
    open.host.refusals.call = (call) =>
      call === 'overlay:open-window'
        ? appError('unavailable', { en: 'There is no display.', 'zh-CN': '没有显示器。' })
        : undefined;
    await press('Open window');
    await open.page.getByText('The overlay’s window was not opened').waitFor();
    await open.page.getByText('There is no display.').waitFor();
  });
});
