import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../main/hosts/browser/find-browser.ts';

const succeeds = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;

const withApt = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  const packages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];
  return (
    succeeds('apt-get', ['update', '-qq']) &&
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  );
};

const withPlaywright = (): string | undefined => {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  succeeds(process.execPath, [cli, 'install', '--with-deps', 'chromium']);
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
};

/**
 * A Chromium-family browser for the tests: the one that is there, else from apt, else Playwright's own download.
 * Throws with what to do when none can be had.
 */
export const ensureBrowser = (say: (line: string) => void): string => {
  const there = process.env.LIVEDECK_TEST_BROWSER ?? findBrowser();
  if (there !== undefined) return there;
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return downloaded;
  say('No Chrome, Edge or Chromium found; installing one for the tests …');
  const found = (withApt() ? findBrowser() : undefined) ?? withPlaywright();
  if (found !== undefined) return found;
  throw new Error(
    'The tests need Chrome, Edge or Chromium and none could be installed. Install one, or name it with LIVEDECK_BROWSER=/path/to/it.',
  );
};
