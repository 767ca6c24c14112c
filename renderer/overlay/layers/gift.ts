import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import { element, spoken } from '../dom/element.ts';
import { placeElement } from '../dom/place-element.ts';
import { shape } from '../dom/shapes.ts';
import { countText, wordsFor } from '../words.ts';
import { countIn, createGiftQueue, type GiftCombo, giftCount, isSameGift } from './gift-queue.ts';
import type { Layer } from './layer.ts';
import { createTurns } from './turns.ts';

type Card = { readonly node: HTMLElement; readonly times: HTMLElement };

/** While others wait, a card gives way after this share of its time. */
const hurriedShare = 0.5;

const timesText = (combo: GiftCombo, { language }: OverlaySettings) =>
  `×${countText(giftCount(combo), language)}`;

const draw = (combo: GiftCombo, all: OverlaySettings): Card => {
  const words = wordsFor(all.language);
  const [first] = combo.items;
  const node = element('div', 'card');
  node.dataset.hue = String(first?.hue ?? 0);
  const lines = element('div', 'lines');
  lines.append(
    spoken('nick', first?.nick || words.viewer),
    spoken('text', words.sent(first?.text || words.gift)),
  );
  const times = element('span', 'times', timesText(combo, all));
  node.append(shape('gift', 'icon'), lines, times);
  return { node, times };
};

/**
 * One card at a time for gifts; a repeat counts up on the card that is shown. Nobody holds the place by repeating: while
 * others wait, a card has its time once.
 */
export const createGiftLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer gift');
  root.append(box);
  const queue = createGiftQueue();
  let settings: OverlaySettings | undefined;
  const secondsMs = () => (settings?.gift.seconds ?? 5) * 1000;
  const turns = createTurns<GiftCombo, Card>({
    box,
    queue,
    draw: (combo) => settings && draw(combo, settings),
    stayMs: () => secondsMs() * (queue.size() > 0 ? hurriedShare : 1),
  });

  const countUp = (combo: GiftCombo, { times }: Card) => {
    if (settings) times.textContent = timesText(combo, settings);
    times.classList.remove('bump');
    // Reading a size makes the browser see the class go, so that the animation starts again.
    times.getBoundingClientRect();
    times.classList.add('bump');
    turns.stay(combo, secondsMs());
  };

  return {
    ...turns.layer,
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'gift', all.gift, picture);
      if (!all.gift.on) turns.layer.clear();
    },
    show: (items) => {
      if (!settings?.gift.on || turns.isHidden()) return;
      for (const item of items) {
        if (item.kind !== 'gift') continue;
        const shown = turns.shown();
        if (shown && isSameGift(shown.entry, item)) {
          countIn(shown.entry, item);
          countUp(shown.entry, shown.drawn);
        } else queue.push(item);
      }
      turns.wake();
    },
  };
};
