import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from './ensure-browser.ts';

/**
 * With each window the browser loads pages of its own for its address bar and buttons, which take longer than the page
 * under test. This list stands in place of Playwright's, so what matters here of that is in it too.
 */
const withoutOwnPages = [
  'WebUIOmniboxPopup',
  'PreloadTopChromeWebUI',
  'AimEnabled',
  'WebUIOmniboxAimPopup',
  'PreconnectToSearch',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'MediaRouter',
  'LensOverlay',
  'PaintHolding',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'DestroyProfileOnBrowserClose',
  'ThirdPartyStoragePartitioning',
].join(',');

/** What every browser of the tests and benchmarks is started with. As root Chromium refuses its sandbox. */
export const browserArguments = (): readonly string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  `--disable-features=${withoutOwnPages}`,
];

/** The machine's browser without a window. */
export const launchBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureBrowser(() => undefined),
    args: [...browserArguments(), ...args],
  });
