import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import { element, spoken } from '../dom/element.ts';
import { createFader } from '../dom/fader.ts';
import { placeElement } from '../dom/place-element.ts';
import { wordsFor } from '../words.ts';
import type { Layer } from './layer.ts';
import { createTickerQueue, type TickerEntry } from './ticker-queue.ts';

/** Shown by name in one message; everybody else is counted. */
const namesShown = 2;

const sentence = ({ kind, items }: TickerEntry, { language }: OverlaySettings): string => {
  const words = wordsFor(language);
  if (kind === 'notice') return items[0]?.text ?? '';
  const names = [...new Set(items.map(({ nick }) => nick).filter((nick) => nick !== ''))].slice(
    0,
    namesShown,
  );
  const people = items.reduce((sum, item) => sum + (item.count ?? 1), 0);
  // Each name in an isolate of its own, so that it cannot turn the sentence around.
  const isolated = names.map((name) => `\u2068${name}\u2069`);
  return (kind === 'join' ? words.joined : words.left)(isolated, Math.max(0, people - names.length));
};

/** One line for who joined and left, and for notices. */
export const createTickerLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer ticker');
  root.append(box);
  const queue = createTickerQueue();
  const fader = createFader();
  let shown: { readonly entry: TickerEntry; readonly node: HTMLElement } | undefined;
  let settings: OverlaySettings | undefined;
  let timer: number | undefined;
  let hidden = false;

  const takeDown = () => {
    fader.cut();
    shown?.node.remove();
    shown = undefined;
  };
  const leave = () => {
    if (shown) fader.fade(shown.node);
    shown = undefined;
  };

  const next = () => {
    timer = undefined;
    leave();
    const entry = queue.next();
    if (!entry || !settings) return;
    const node = element('div', `line line-${entry.kind}`);
    const text = sentence(entry, settings);
    // A notice is somebody's words; the other sentences are ours, with the names isolated in them.
    node.append(entry.kind === 'notice' ? spoken('text', text) : element('span', 'text', text));
    box.append(node);
    shown = { entry, node };
    const pace = entry.kind !== 'notice' && queue.size() > 1 ? 0.6 : 1;
    timer = window.setTimeout(next, settings.ticker.seconds * 1000 * pace);
  };

  const clear = () => {
    queue.clear();
    window.clearTimeout(timer);
    timer = undefined;
    takeDown();
  };

  const wanted = (kind: string, { ticker }: OverlaySettings) =>
    (kind === 'join' && ticker.joins) ||
    (kind === 'leave' && ticker.leaves) ||
    (kind === 'notice' && ticker.notices);

  return {
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'ticker', all.ticker, picture);
      if (!all.ticker.on) clear();
    },
    show: (items) => {
      if (!settings?.ticker.on || hidden) return;
      for (const item of items) if (wanted(item.kind, settings)) queue.push(item);
      if (timer === undefined && queue.size() > 0) next();
    },
    items: () => [...queue.items(), ...(shown?.entry.items ?? [])],
    remove: (matches) => {
      queue.remove(matches);
      fader.cut();
      if (shown?.entry.items.some(matches)) takeDown();
    },
    clear,
    setHidden: (now) => {
      hidden = now;
      if (now) clear();
    },
    onScreen: () => (shown ? 1 : 0),
  };
};
