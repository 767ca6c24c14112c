import { hasDisplay } from '../hosts/browser/find-browser.ts';
import { findElectron } from './electron-runtime.ts';
import type { StartOptions } from './options.ts';

export type ChosenHost =
  | { readonly host: 'desktop'; readonly electron: string; readonly why: string }
  | { readonly host: 'browser'; readonly why: string }
  | { readonly host: 'none'; readonly why: string };

/** What stands against Electron on this machine whether or not its runtime is there. */
const obstacle = (): string | undefined => {
  if (!hasDisplay()) return 'there is no display';
  // Chromium's sandbox does not work as root, and Livedeck does not run without it.
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return 'Electron is sandboxed and cannot run as root';
  return undefined;
};

/** Picks the host: Electron where it can run, else the browser host; always with the reason in one line. */
export const chooseHost = async (
  asked: StartOptions['host'],
  say: (line: string) => void,
): Promise<ChosenHost> => {
  if (asked === 'browser') return { host: 'browser', why: 'asked for' };
  const inTheWay = obstacle();
  const runtime = inTheWay === undefined ? await findElectron(say) : { found: false as const, why: inTheWay };
  if (runtime.found) return { host: 'desktop', electron: runtime.path, why: 'Electron is here' };
  return asked === 'desktop' ? { host: 'none', why: runtime.why } : { host: 'browser', why: runtime.why };
};
