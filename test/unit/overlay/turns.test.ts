import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import {
  countIn,
  createGiftQueue,
  type GiftCombo,
  isSameGift,
} from '../../../renderer/overlay/layers/gift-queue.ts';
import { createTurns } from '../../../renderer/overlay/layers/turns.ts';

const cardMs = 5_000;

let seq = 0;
const gift = (userKey: string): OverlayItem => {
  seq += 1;
  return { id: `g${seq}`, seq, kind: 'gift', userKey, nick: userKey, text: 'Rose', count: 1 };
};

/** An element as far as turns know one: without a style sheet nothing of it is animated. */
const bareNode = () =>
  ({
    classList: { add: () => undefined },
    getAnimations: () => [],
    remove: () => undefined,
  }) as unknown as HTMLElement;

/** The gift layer's place and queue, without its drawing. */
const createPlace = () => {
  const queue = createGiftQueue();
  const turns = createTurns<GiftCombo, { readonly node: HTMLElement }>({
    box: { append: () => undefined } as unknown as HTMLElement,
    queue,
    draw: () => ({ node: bareNode() }),
    stayMs: () => cardMs * (queue.size() > 0 ? 0.5 : 1),
  });
  return {
    send: (userKey: string) => {
      const item = gift(userKey);
      const shown = turns.shown();
      if (shown && isSameGift(shown.entry, item)) {
        countIn(shown.entry, item);
        turns.stay(shown.entry, cardMs);
      } else queue.push(item);
      turns.wake();
    },
    shown: () => turns.shown()?.entry.items[0]?.userKey,
  };
};

describe('a gift card that somebody keeps up by repeating the gift', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([
    ['from the start', 0],
    ['for a minute before', 60_000],
  ])('gives way to another within its time, repeated %s', (_, aloneMs) => {
    const place = createPlace();
    place.send('fan');
    for (let ms = 0; ms < aloneMs; ms += 1_000) {
      vi.advanceTimersByTime(1_000);
      place.send('fan');
    }
    expect(place.shown()).toBe('fan');
    place.send('other');
    for (let ms = 0; ms < cardMs && place.shown() === 'fan'; ms += 1_000) {
      vi.advanceTimersByTime(1_000);
      if (place.shown() === 'fan') place.send('fan');
    }
    expect(place.shown()).toBe('other');
  });

  it('stays as long as nobody waits', () => {
    const place = createPlace();
    place.send('fan');
    for (let second = 0; second < 60; second += 1) {
      vi.advanceTimersByTime(1_000);
      place.send('fan');
    }
    vi.advanceTimersByTime(cardMs - 1);
    expect(place.shown()).toBe('fan');
    vi.advanceTimersByTime(1);
    expect(place.shown()).toBeUndefined();
  });
});
