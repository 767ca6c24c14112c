import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasDisplay } from '../../main/hosts/browser/find-browser.ts';
import { installedElectron } from '../../main/launch/electron-runtime.ts';
import { temporaryDir } from '../support/livedeck.ts';

const root = resolve(import.meta.dirname, '../..');
const executablePath = installedElectron();
const reason = executablePath === undefined ? 'no Electron runtime' : hasDisplay() ? '' : 'no display';
if (reason !== '') process.stdout.write(`desktop host: skipped: ${reason}\n`);

describe.skipIf(reason !== '')(`the desktop host${reason === '' ? '' : ` (skipped: ${reason})`}`, () => {
  let app: ElectronApplication;
  let panel: Page;

  beforeAll(async () => {
    app = await _electron.launch({
      executablePath: executablePath ?? '',
      args: [root, '--data-dir', temporaryDir(), '--rehearse', 'busy'],
    });
    panel = await app.firstWindow();
  });

  afterAll(async () => {
    await app.close();
  });

  it('shows a live room', async () => {
    await panel.getByText('Live', { exact: true }).waitFor({ timeout: 30_000 });
  });

  it('gives its page no Node and a bridge with two functions', async () => {
    const globals = await panel.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      bridge: Object.keys(Reflect.get(globalThis, 'livedeck') as object).sort(),
    }));
    expect(globals).toEqual({ require: 'undefined', process: 'undefined', bridge: ['call', 'on'] });
  });

  it('runs its page sandboxed and isolated', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (
        contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  it('stays where it is when a page tries to leave or to open a window', async () => {
    await panel.evaluate(() => {
      location.href = 'https://example.com/';
    });
    expect(await panel.evaluate(() => window.open('file:///etc/passwd') === null)).toBe(true);
    expect(panel.url()).toBe('app://panel/');
  });

  it('opens an overlay’s window as capture tools need it, which can confirm and nothing else', async () => {
    const opened = app.waitForEvent('window');
    await panel.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'livedeck') as {
        call: (name: string, input: unknown) => unknown;
      };
      return bridge.call('overlay:open-window', { overlayId: 'main' });
    });
    const overlay = await opened;
    await overlay.waitForLoadState();
    const globals = await overlay.evaluate(() => ({
      panel: typeof Reflect.get(globalThis, 'livedeck'),
      require: typeof Reflect.get(globalThis, 'require'),
      bridge: Object.keys(Reflect.get(globalThis, 'livedeckOverlay') as object).sort(),
    }));
    expect(globals).toEqual({ panel: 'undefined', require: 'undefined', bridge: ['confirm', 'onArrange'] });
    const flags = await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === 'Livedeck overlay main');
      return {
        resizable: window?.isResizable(),
        minimizable: window?.isMinimizable(),
        shadow: window?.hasShadow(),
        visible: window?.isVisible(),
      };
    });
    expect(flags).toEqual({ resizable: false, minimizable: false, shadow: false, visible: true });
  });
});

describe.skipIf(reason !== '')(`a desktop start${reason === '' ? '' : ` (skipped: ${reason})`}`, () => {
  it('survives damaged settings, and ends in good order with its sockets open', async () => {
    const dataDir = temporaryDir();
    writeFileSync(join(dataDir, 'settings.json'), '{"language": ');
    const app = await _electron.launch({
      executablePath: executablePath ?? '',
      args: [root, '--data-dir', dataDir, '--rehearse', 'busy'],
    });
    const panel = await app.firstWindow();
    await panel.getByText('settings.json').first().waitFor({ timeout: 30_000 });
    await app.close();
    expect(readdirSync(dataDir).some((name) => name.startsWith('settings.damaged-'))).toBe(true);
  });
});
