import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, safeStorage, session, shell, utilityProcess } from 'electron';
import { parseOptions } from '../../launch/options.ts';
import { startDesktopHost } from './desktop-host.ts';
import { isPassLink } from './pass-links.ts';

// `electron . --flags` in development, `Livedeck --flags` when packaged.
const words = process.argv.slice(app.isPackaged ? 1 : 2);
const parsed = parseOptions(words.filter((word) => !isPassLink(word)));
if (parsed.type === 'wrong') {
  process.stderr.write(`${parsed.message}\n`);
  app.exit(2);
} else if (parsed.type === 'start') {
  startDesktopHost({
    electron: { app, BrowserWindow, ipcMain, protocol, safeStorage, session, shell, utilityProcess },
    options: parsed.options,
    links: words.filter(isPassLink),
    bundles: join(app.getAppPath(), 'dist'),
    say: (line) => process.stderr.write(`${line}\n`),
  });
}
