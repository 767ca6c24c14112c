import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from '../../../renderer/panel/bridge/back-off.ts';
import { hostLostError } from '../../../renderer/panel/bridge/bridge-errors.ts';
import { addNews, noNews } from '../../../renderer/panel/features/announcer/news.ts';
import { begun, gone, refused } from '../../../renderer/panel/features/composer/outbox.ts';
import { pressureOf } from '../../../renderer/panel/features/deck/gauge.tsx';
import { pageOfHash } from '../../../renderer/panel/features/shell/shell.ts';
import { withToast } from '../../../renderer/panel/features/toasts/toasts.ts';
import { countdownText } from '../../../renderer/panel/i18n/durations.ts';
import { pickLanguage } from '../../../renderer/panel/i18n/index.ts';
import { comment, join } from './feed-samples.ts';

describe('the wait before the next try', () => {
  it('starts short, grows, and never passes six seconds', () => {
    expect(backOffMs(0, () => 0.5)).toBe(250);
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, dice) => {
        const wait = backOffMs(attempt, () => dice);
        expect(wait).toBeGreaterThanOrEqual(200);
        expect(wait).toBeLessThanOrEqual(6_000);
      }),
    );
  });
});

describe('the language of the screen', () => {
  it('is the chosen one, else the first of the system’s that we speak, else English', () => {
    expect(pickLanguage('zh-CN', ['en'])).toBe('zh-CN');
    expect(pickLanguage(null, ['fr', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(pickLanguage(null, ['en-GB', 'zh'])).toBe('en');
    expect(pickLanguage(undefined, ['fr'])).toBe('en');
  });
});

describe('a countdown', () => {
  it('shows minutes and seconds, and hours when there are any', () => {
    expect(countdownText(600_000)).toBe('10:00');
    expect(countdownText(59_900)).toBe('0:59');
    expect(countdownText(3_723_000)).toBe('1:02:03');
    expect(countdownText(-5)).toBe('0:00');
  });
});

describe('an address', () => {
  it('names a page, and anything else is the deck', () => {
    expect(pageOfHash('#journal')).toBe('journal');
    expect(pageOfHash('#nothing')).toBe('deck');
    expect(pageOfHash('')).toBe('deck');
  });
});

describe('the pressure gauge', () => {
  it('warns near the cap and says when it is reached', () => {
    expect([0, 29, 30, 39, 40, 200].map(pressureOf)).toEqual(['easy', 'easy', 'near', 'near', 'cap', 'cap']);
  });
});

describe('failures on screen', () => {
  it('are the newest three', () => {
    const toast = (id: number) => ({ id, at: 0, title: () => '', troubles: [], retry: undefined });
    const shown = [1, 2, 3, 4].map(toast).reduce<ReturnType<typeof withToast>>(withToast, []);
    expect(shown.map((one) => one.id)).toEqual([2, 3, 4]);
  });
});

describe('what is on its way into a room', () => {
  const outgoing = { id: 1, roomKey: 'a/r', text: 'hi', danmaku: false, at: 0 };
  it('goes when it was sent, and stays with the reason when it was not', () => {
    const sending = begun([], outgoing);
    expect(gone(sending, 1)).toEqual([]);
    expect(refused(sending, 1, hostLostError())[0]?.error?.code).toBe('unavailable');
  });

  it('loses its reason when it is tried again', () => {
    const failed = refused(begun([], outgoing), 1, hostLostError());
    expect(begun(failed, outgoing)).toEqual([outgoing]);
  });
});

describe('what a screen reader hears', () => {
  it('is a count of comments and of held ones, without one’s own', () => {
    const news = addNews(noNews, 'a/r', [
      comment('a'),
      comment('b', { level: 'hold' }),
      comment('mine', { own: true }),
      join(),
    ]);
    expect(news.get('a/r')).toEqual({ comments: 2, held: 1 });
    expect(addNews(news, 'a/r', [join()])).toBe(news);
  });
});
