import { describe, expect, it } from 'vitest';
import { findBrowser, hasDisplay } from '../../../main/hosts/browser/find-browser.ts';

const among =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path.replaceAll('\\', '/'));

describe('finding a browser', () => {
  it('prefers Chrome, then Edge, then Chromium on the path', () => {
    const env = { PATH: '/usr/bin:/opt/bin' };
    expect(findBrowser(env, 'linux', among('/usr/bin/chromium', '/opt/bin/google-chrome'))).toBe(
      '/opt/bin/google-chrome',
    );
    expect(findBrowser(env, 'linux', among('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
    expect(findBrowser(env, 'linux', among())).toBeUndefined();
  });

  it('finds a user’s own installation on macOS', () => {
    const path = '/Users/vj/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser({ HOME: '/Users/vj' }, 'darwin', among(path))).toBe(path);
  });

  it('takes the one named by LIVEDECK_BROWSER first', () => {
    const env = { PATH: '/usr/bin', LIVEDECK_BROWSER: '/odd/place/chrome' };
    expect(findBrowser(env, 'linux', among('/usr/bin/chromium', '/odd/place/chrome'))).toBe(
      '/odd/place/chrome',
    );
  });

  it('knows a Linux machine without a display', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });
});
