import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import { element } from '../dom/element.ts';
import { placeElement } from '../dom/place-element.ts';
import { shape } from '../dom/shapes.ts';
import { countText } from '../words.ts';
import type { Layer } from './layer.ts';

/** A burst of any size flies as a few shapes; the counter tells how many there were. */
const shapesPerSecond = 9;
const mostWaiting = 24;
const counterStaysMs = 2500;

/** Likes: shapes that rise from the foot of their place, and a counter that adds up the burst. */
export const createLikesLayer = (root: HTMLElement): Layer => {
  const box = element('div', 'layer likes');
  const counter = element('div', 'like-count');
  counter.hidden = true;
  box.append(counter);
  root.append(box);
  let settings: OverlaySettings | undefined;
  let waiting = 0;
  let total = 0;
  let flying = 0;
  let turn = 0;
  let hidden = false;
  let spawner: number | undefined;
  let fader: number | undefined;

  const spawn = () => {
    spawner = undefined;
    if (!settings || waiting === 0) return;
    if (flying < settings.likes.maxOnScreen) {
      waiting -= 1;
      turn += 1;
      flying += 1;
      const node = shape(settings.likes.shape, `like like-${turn % 6}`);
      // The golden ratio spreads neighbours apart without any randomness.
      node.style.setProperty('--lane', String((turn * 0.618) % 1));
      node.addEventListener('animationend', () => {
        node.remove();
        flying -= 1;
      });
      box.append(node);
    }
    spawner = window.setTimeout(spawn, 1000 / shapesPerSecond);
  };

  const clear = (): void => {
    waiting = 0;
    total = 0;
    flying = 0;
    counter.hidden = true;
    for (const node of box.querySelectorAll('.like')) node.remove();
  };

  const endBurst = () => {
    fader = undefined;
    total = 0;
    counter.hidden = true;
  };

  const count = (added: number) => {
    total += added;
    counter.textContent = `+${countText(total, settings?.language ?? 'en')}`;
    counter.hidden = settings?.likes.counter !== true;
    window.clearTimeout(fader);
    fader = window.setTimeout(endBurst, counterStaysMs);
  };

  return {
    apply: (all, picture) => {
      settings = all;
      placeElement(box, 'likes', { ...all.likes, size: 40 }, picture);
      if (!all.likes.on || all.reducedMotion) clear();
    },
    show: (items) => {
      if (!settings?.likes.on || hidden) return;
      const fresh = items.filter(
        ({ kind, expiresAt }) => kind === 'like' && (expiresAt ?? Number.POSITIVE_INFINITY) > Date.now(),
      );
      const added = fresh.reduce((sum, item) => sum + (item.count ?? 1), 0);
      if (added === 0) return;
      count(added);
      if (settings.reducedMotion) return;
      waiting = Math.min(mostWaiting, waiting + added);
      if (spawner === undefined) spawn();
    },
    // Likes carry nobody's words, so no purge of a person's words concerns them.
    items: () => [],
    remove: () => undefined,
    clear,
    setHidden: (now) => {
      hidden = now;
      if (now) clear();
    },
    onScreen: () => flying,
  };
};
