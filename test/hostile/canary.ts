import type { Page } from '@playwright/test';

/** Watches a page for anything that a text from outside could have made it do; it may ask its own origin and these. */
export const watchForTricks = async (page: Page, origins: readonly string[] = []) => {
  const seen: string[] = [];
  await page.exposeFunction('__canary', (what: unknown) => {
    seen.push(`executed: ${String(what)}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
      Reflect.get(window, '__canary')(`what ${violatedDirective} forbids: ${blockedURI}`);
    });
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`threw: ${error.message}`));
  page.on('crash', () => seen.push('crashed'));
  page.on('popup', (popup) => seen.push(`opened ${popup.url()}`));
  page.on('download', (download) => seen.push(`downloaded ${download.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = page.url() === 'about:blank' || [new URL(page.url()).origin, ...origins].includes(url.origin);
    if (!own && url.protocol !== 'data:' && url.protocol !== 'blob:') seen.push(`asked for ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    const own = origins.some((origin) => frame.url().startsWith(`${origin}/`));
    if (frame !== page.mainFrame() && !own) seen.push(`a frame went to ${frame.url()}`);
  });
  return {
    seen: (): readonly string[] => [...seen],
    /** What a page does of itself while it loads is no trick of anybody. */
    begin: () => {
      seen.length = 0;
    },
  };
};
