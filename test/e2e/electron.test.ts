import { resolve } from 'node:path';
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
});
