import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { element, spoken } from '../dom/element.ts';
import { createFader } from '../dom/fader.ts';
import { placeElement } from '../dom/place-element.ts';
import { wordsFor } from '../words.ts';
import type { Layer } from './layer.ts';

/** As the style sheets have them, with the widest padding of any theme. */
const headAndEdges = 2.4;
const lineHeight = 1.3;

/** Whole lines of text that fit under the card's head, in em of its letters. */
const linesIn = (box: HTMLElement): number => {
  const em = Number.parseFloat(box.style.fontSize);
  const lines = Math.floor((Number.parseFloat(box.style.height) / em - headAndEdges) / lineHeight);
  return Math.min(4, Math.max(1, lines));
};

/** The pinned comment: one card that stays until its time is up or it is taken down. */
export const createPinLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer pin');
  root.append(box);
  let settings: OverlaySettings | undefined;
  const fader = createFader();
  let pinned: OverlayItem | undefined;
  let timer: number | undefined;

  const takeDown = () => {
    window.clearTimeout(timer);
    fader.cut();
    pinned = undefined;
    box.replaceChildren();
  };
  const leave = () => {
    pinned = undefined;
    if (box.firstElementChild) fader.fade(box.firstElementChild);
  };

  const draw = (item: OverlayItem, all: OverlaySettings) => {
    const words = wordsFor(all.language);
    const card = element('div', 'card');
    card.dataset.hue = String(item.hue ?? 0);
    const head = element('div', 'head');
    head.append(element('span', 'badge', words.pinned));
    if (item.nick) head.append(spoken('nick', item.nick));
    card.append(head, spoken('text', item.text));
    box.replaceChildren(card);
  };

  return {
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'pin', all.pin, picture);
      box.style.setProperty('--lines', String(linesIn(box)));
      if (!all.pin.on) takeDown();
      else if (pinned) draw(pinned, all);
    },
    show: (items) => {
      const item = items.findLast(({ kind }) => kind === 'pin');
      if (!item || !settings?.pin.on) return;
      takeDown();
      pinned = item;
      draw(item, settings);
      // The server counts its time, over every new connection; what the panel only tries has the time of its settings.
      const stayMs = item.leftMs ?? settings.pin.seconds * 1000;
      if (stayMs > 0) timer = window.setTimeout(leave, stayMs);
    },
    items: () => (pinned ? [pinned] : []),
    remove: (matches) => {
      fader.cut();
      if (pinned && matches(pinned)) takeDown();
    },
    clear: takeDown,
    setHidden: () => undefined,
    onScreen: () => (pinned ? 1 : 0),
  };
};
