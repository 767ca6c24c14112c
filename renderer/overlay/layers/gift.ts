import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import { element, spoken } from '../dom/element.ts';
import { createFader } from '../dom/fader.ts';
import { placeElement } from '../dom/place-element.ts';
import { shape } from '../dom/shapes.ts';
import { countText, wordsFor } from '../words.ts';
import { createGiftQueue, type GiftCombo, giftCount, isSameGift } from './gift-queue.ts';
import type { Layer } from './layer.ts';

type Shown = { readonly combo: GiftCombo; readonly node: HTMLElement; readonly times: HTMLElement };

/** While others wait, a card gives way after this share of its time. */
const hurriedShare = 0.5;

const timesText = (combo: GiftCombo, { language }: OverlaySettings) =>
  `×${countText(giftCount(combo), language)}`;

/** One card at a time for gifts; a repeat counts up on the card that is shown. */
export const createGiftLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer gift');
  root.append(box);
  const queue = createGiftQueue();
  const fader = createFader();
  let settings: OverlaySettings | undefined;
  let shown: Shown | undefined;
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

  const draw = (combo: GiftCombo, all: OverlaySettings): Shown => {
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
    return { combo, node, times };
  };

  const next = () => {
    timer = undefined;
    leave();
    const combo = queue.next();
    if (!combo || !settings) return;
    shown = draw(combo, settings);
    box.append(shown.node);
    schedule();
  };

  const schedule = () => {
    window.clearTimeout(timer);
    const share = queue.size() > 0 ? hurriedShare : 1;
    timer = window.setTimeout(next, (settings?.gift.seconds ?? 5) * 1000 * share);
  };

  const take = (current: Shown) => {
    if (settings) current.times.textContent = timesText(current.combo, settings);
    current.times.classList.remove('bump');
    // Reading a size makes the browser see the class go, so that the animation starts again.
    current.times.getBoundingClientRect();
    current.times.classList.add('bump');
    schedule();
  };

  const clear = () => {
    queue.clear();
    window.clearTimeout(timer);
    timer = undefined;
    takeDown();
  };

  return {
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'gift', all.gift, picture);
      if (!all.gift.on) clear();
    },
    show: (items) => {
      if (!settings?.gift.on || hidden) return;
      for (const item of items) {
        if (item.kind !== 'gift') continue;
        if (shown && isSameGift(shown.combo, item)) {
          shown.combo.items.push(item);
          take(shown);
        } else queue.push(item);
      }
      if (timer === undefined && queue.size() > 0) next();
    },
    items: () => [...queue.items(), ...(shown?.combo.items ?? [])],
    remove: (matches) => {
      queue.remove(matches);
      fader.cut();
      if (shown?.combo.items.some(matches)) takeDown();
    },
    clear,
    setHidden: (now) => {
      hidden = now;
      if (now) clear();
    },
    onScreen: () => (shown ? 1 : 0),
  };
};
