import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import { element, spoken } from '../dom/element.ts';
import { placeElement } from '../dom/place-element.ts';
import { wordsFor } from '../words.ts';
import type { Layer } from './layer.ts';
import { createTickerQueue, type TickerEntry } from './ticker-queue.ts';
import { createTurns } from './turns.ts';

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

/** While more people wait to be named, a message gives way after this share of its time. */
const hurriedShare = 0.6;

const wanted = (kind: string, { ticker }: OverlaySettings) =>
  (kind === 'join' && ticker.joins) ||
  (kind === 'leave' && ticker.leaves) ||
  (kind === 'notice' && ticker.notices);

const draw = (entry: TickerEntry, settings: OverlaySettings) => {
  const node = element('div', `line line-${entry.kind}`);
  const text = sentence(entry, settings);
  // A notice is somebody's words; the other sentences are ours, with the names isolated in them.
  node.append(entry.kind === 'notice' ? spoken('text', text) : element('span', 'text', text));
  return { node };
};

/** One line for who joined and left, and for notices. */
export const createTickerLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer ticker');
  root.append(box);
  const queue = createTickerQueue();
  let settings: OverlaySettings | undefined;
  const turns = createTurns<TickerEntry, ReturnType<typeof draw>>({
    box,
    queue,
    draw: (entry) => settings && draw(entry, settings),
    stayMs: ({ kind }) =>
      (settings?.ticker.seconds ?? 4) * 1000 * (kind !== 'notice' && queue.size() > 1 ? hurriedShare : 1),
  });

  return {
    ...turns.layer,
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'ticker', all.ticker, picture);
      if (!all.ticker.on) turns.layer.clear();
    },
    show: (items) => {
      if (!settings?.ticker.on || turns.isHidden()) return;
      for (const item of items) if (wanted(item.kind, settings)) queue.push(item);
      turns.wake();
    },
  };
};
