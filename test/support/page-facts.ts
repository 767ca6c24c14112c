import type { Page } from '@playwright/test';

/** Everything that the page holds as text: what is drawn, attributes, and what stands in fields. */
export const textOfPage = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((one) =>
        'value' in one ? String(one.value) : '',
      ),
    ].join('\n'),
  );

/** Whether the window, or what it shows beside the rail, has to be scrolled sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, document.querySelector('.frame-page')].some(
      (box) => box !== null && box.scrollWidth > box.clientWidth,
    ),
  );
