import type { Language } from '../../../main/contract/app-error.ts';
import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { wordsFor } from '../words.ts';

/** What a flying comment says. */
export type FlyText = {
  readonly nick: string;
  readonly text: string;
  readonly count: number;
  readonly hue: number | undefined;
  /** The office of who speaks, in the overlay's language; empty for viewers. */
  readonly badge: string;
};

/** The same words from several people are one text with a count. */
export const flyTextOf = (
  [item, ...repeats]: readonly [OverlayItem, ...OverlayItem[]],
  { nick }: OverlaySettings['danmaku'],
  language: Language,
): FlyText => ({
  nick: nick ? item.nick : '',
  text: item.text,
  count: 1 + repeats.length,
  hue: item.hue,
  badge: item.role === undefined ? '' : wordsFor(language)[item.role],
});
