import type { Page } from '@playwright/test';

/** Twelve lines of a notice and its padding, px; comments have three lines at most. */
const TALLEST_ROW = 224;

export type Place = {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

/** Where the parts of a column stand that no text may move. */
export const fixedParts = (page: Page): Promise<Readonly<Record<string, Place>>> =>
  page.evaluate(() =>
    Object.fromEntries(
      ['.column-header', '.composer', '.column-body', '.rail'].map((selector) => {
        const { top, left, width, height } =
          document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return [selector, { top, left, width, height }];
      }),
    ),
  );

/** What is wrong with how a page of the panel is laid out; empty is good. */
export const panelTrouble = (page: Page): Promise<readonly string[]> =>
  page.evaluate((tallest) => {
    const trouble: string[] = [];
    const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    if (wide(document.documentElement)) trouble.push('the page scrolls sideways');
    for (const part of document.querySelectorAll('.feed, .column-header, .composer, .card, main'))
      if (wide(part) && getComputedStyle(part).overflowX !== 'visible' && !part.matches('.columns'))
        trouble.push(`${part.className || part.tagName} is wider inside than outside`);
    for (const row of document.querySelectorAll<HTMLElement>('.feed [data-row]')) {
      const words = row.textContent?.slice(0, 40);
      if (row.getBoundingClientRect().height > tallest) trouble.push(`a row is too tall: ${words}`);
      if (getComputedStyle(row).overflow !== 'hidden')
        trouble.push(`a row may be painted over others: ${words}`);
    }
    return trouble;
  }, TALLEST_ROW);

/** What of the bottom line is painted over something else; empty is good. */
export const bottomLineTrouble = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.status-line > *')]
      .filter((part) => getComputedStyle(part).overflowX === 'visible')
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => `the bottom line runs over itself: ${part.textContent}`),
  );

/** Whether a harmless comment stands on one line, left to right, after its time, with nothing above it. */
export const readingTrouble = (page: Page, words: string): Promise<readonly string[]> =>
  page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('.feed .words')].find(
      ({ textContent }) => textContent === wanted,
    );
    const row = found?.closest('[data-row]');
    const letters = found?.firstChild;
    if (!found || !row || !letters) return [`${wanted} is not in the feed`];
    const letter = (at: number) => {
      const range = document.createRange();
      range.setStart(letters, at);
      range.setEnd(letters, at + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [letter(0), letter(wanted.length - 1)];
    const time = row.querySelector('.row-time')?.getBoundingClientRect();
    const trouble: string[] = [];
    if (first.left >= last.left) trouble.push(`${wanted} runs backwards`);
    if (first.top !== last.top) trouble.push(`${wanted} is broken over lines`);
    if (time === undefined || time.right > first.left) trouble.push(`${wanted} stands before its time`);
    const { left, top, width, height } = found.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    if (at === null || !row.contains(at)) trouble.push(`${wanted} is covered by ${at?.className}`);
    return trouble;
  }, words);

/** What is wrong with the overlay's picture; empty is good. */
export const overlayTrouble = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const trouble: string[] = [];
    const { documentElement: root, body } = document;
    if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) trouble.push('the picture scrolls');
    for (const element of [root, body])
      if (getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)')
        trouble.push('the ground is not clear');
    const shown = (element: Element) => `${element.className}: ${element.textContent?.slice(0, 40)}`;
    for (const text of document.querySelectorAll('.layer .row, .layer .line, .layer .card'))
      if (text.getBoundingClientRect().height > innerHeight / 3)
        trouble.push(`too tall on the picture: ${shown(text)}`);
    const box = document.querySelector('.chat')?.getBoundingClientRect() ?? new DOMRect();
    for (const row of document.querySelectorAll('.chat .row')) {
      const { left, right } = row.getBoundingClientRect();
      if (left < box.left - 2 || right > box.right + 2) trouble.push(`out of its box: ${shown(row)}`);
    }
    return trouble;
  });
