import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '../../../main/hosts/browser/find-browser.ts';

const isOnPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The window manager is a must: without one that follows EWMH, OBS does not offer to capture windows. */
export const programs = {
  studio: 'obs',
  display: 'Xvfb',
  windowManager: 'openbox',
  compiler: 'gcc',
} as const;
const headers = '#include <xcb/xcb.h>\n#include <EGL/egl.h>\n#include <GL/gl.h>\n';

/** Why OBS cannot be run here; `undefined` where it can. */
export const whyNoObs = (): string | undefined => {
  if (process.platform !== 'linux') return 'the kit runs OBS under Xvfb, which is on Linux only';
  const missing = Object.values(programs).filter((program) => !isOnPath(program));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  const compiled = spawnSync(programs.compiler, ['-xc', '-fsyntax-only', '-'], {
    input: headers,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (compiled.status !== 0) return 'not installed: the headers of libxcb, EGL and GL';
  return findBrowser() === undefined ? 'no Chromium-family browser' : undefined;
};
