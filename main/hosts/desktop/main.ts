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
import { ownOptions, parseOptions, usage } from '../../launch/options.ts';
import { startDesktopHost } from './desktop-host.ts';
import { isPassFile, isPassLink } from './pass-links.ts';
import { createStop, wrongOption } from './start-failures.ts';

// `electron . --flags` in development, `Livedeck --flags` when packaged.
const words = process.argv.slice(app.isPackaged ? 1 : 2);
const isPass = (word: string) => isPassLink(word) || isPassFile(word);
const options = words.filter((word) => !isPass(word));
const parsed = parseOptions(app.isPackaged ? ownOptions(options) : options);
const stop = createStop({ app, dialog, say: (line) => process.stderr.write(`${line}\n`) });
if (parsed.type === 'help') {
  process.stdout.write(`${usage}\n`);
  app.exit(0);
} else if (parsed.type === 'wrong') {
  stop(wrongOption(parsed.message), 2);
} else {
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
    stop,
  });
}
