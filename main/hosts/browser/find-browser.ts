import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

const onWindows = (env: Env): string[] => {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (root) => root !== undefined,
  );
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
};

const onMac = (env: Env): string[] => {
  const programs = [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Chromium.app/Contents/MacOS/Chromium',
  ];
  const roots = ['/Applications', ...(env.HOME === undefined ? [] : [join(env.HOME, 'Applications')])];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
};

const onLinux = (env: Env): string[] => {
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => [...folders, '/snap/bin'].map((folder) => join(folder, name)));
};

/**
 * The first Chrome, Edge or Chromium of this machine. `LIVEDECK_BROWSER` names one that lies elsewhere.
 */
export const findBrowser = (
  env: Env = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | undefined => {
  const candidates =
    platform === 'win32' ? onWindows(env) : platform === 'darwin' ? onMac(env) : onLinux(env);
  return [env.LIVEDECK_BROWSER, ...candidates].find((path) => path !== undefined && exists(path));
};

/** Whether a window could be shown at all. */
export const hasDisplay = (env: Env = process.env, platform: NodeJS.Platform = process.platform): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
