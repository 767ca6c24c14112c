import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  shell,
  Tray,
  utilityProcess,
} from 'electron';
import { parseOptions } from '../../launch/options.ts';
import { startDesktopHost } from './desktop-host.ts';
import { isPassFile, isPassLink } from './pass-links.ts';

// `electron . --flags` in development, `Livedeck --flags` when packaged.
const words = process.argv.slice(app.isPackaged ? 1 : 2);
const isPass = (word: string) => isPassLink(word) || isPassFile(word);
const parsed = parseOptions(words.filter((word) => !isPass(word)));
if (parsed.type === 'wrong') {
  process.stderr.write(`${parsed.message}\n`);
  app.exit(2);
} else if (parsed.type === 'start') {
  startDesktopHost({
    electron: {
      app,
      BrowserWindow,
      dialog,
      globalShortcut,
      ipcMain,
      Menu,
      Notification,
      nativeImage,
      powerSaveBlocker,
      protocol,
      safeStorage,
      screen,
      shell,
      Tray,
      utilityProcess,
    },
    options: parsed.options,
    links: words.filter(isPass),
    bundles: join(app.getAppPath(), 'dist'),
    say: (line) => process.stderr.write(`${line}\n`),
  });
}
