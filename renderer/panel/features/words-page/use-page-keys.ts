import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable="true"]';
const POPUP = '[role="menu"], [role="dialog"]';

export type PageKeys = {
  /** Each answers whether it did something. */
  readonly search: () => boolean;
  readonly add: () => boolean;
  readonly close: () => boolean;
};

const isIn = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** What a key press asks of the page, if anything. */
const deedOf = (event: KeyboardEvent, keys: PageKeys): (() => boolean) | undefined => {
  if (event.defaultPrevented || event.isComposing || isIn(event, POPUP)) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'Escape') return keys.close;
  if (isIn(event, TYPING)) return undefined;
  return { '/': keys.search, n: keys.add }[event.key];
};

/** Keys of this page: `/` searches, `N` adds, `Esc` closes what stands beside the list. */
export const usePageKeys = (keys: PageKeys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (deedOf(event, latest.current)?.() === true) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
