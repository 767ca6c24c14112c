import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import type {
  OverlayHello,
  OverlayItem,
  OverlayPageFrame,
  OverlayPattern,
  OverlayPurge,
  OverlayServerFrame,
} from '../../../main/contract/overlay-protocol.ts';
import { createLedger, type Matcher, matcherOf } from './ledger.ts';

/** Must equal `overlayProtocolVersion`; a test holds them together, so that zod stays out of this bundle. */
export const pageProtocolVersion = 2;

/** What the session needs of the picture. */
export type Screen = {
  readonly configure: (settings: OverlaySettings) => void;
  readonly show: (items: readonly OverlayItem[]) => void;
  /** Takes off what matches, shown or about to be, and answers how many items that were. */
  readonly remove: (matches: Matcher) => number;
  /** Takes off everything at once and answers how many items that were. */
  readonly clear: () => number;
  readonly setBlank: (on: boolean) => void;
  /** Shows the test pattern in place of everything else, or ends it. */
  readonly setPattern: (pattern: OverlayPattern | null) => void;
};

const isPin: Matcher = ({ kind }) => kind === 'pin';

/** Turns the server's frames into what is on the picture. Nothing that was purged passes, in whatever order frames come. */
export const createSession = (options: {
  readonly screen: Screen;
  readonly reply: (frame: OverlayPageFrame) => void;
  /** Runs the callback once the next frame is on the picture, and never where none comes. */
  readonly afterPaint: (run: () => void) => void;
  readonly now: () => number;
  readonly onOtherVersion: () => void;
}) => {
  const { screen } = options;
  const ledger = createLedger();
  let epoch: string | undefined;
  let blank = false;

  const setBlank = (on: boolean) => {
    blank = on;
    screen.setBlank(on);
    if (on) screen.clear();
  };

  const show = (items: readonly OverlayItem[]) => {
    if (blank || epoch === undefined) return;
    const admitted = items.filter((item) => !ledger.refuses(item));
    if (admitted.length > 0) screen.show(admitted);
  };

  const greet = (frame: OverlayHello) => {
    if (frame.version !== pageProtocolVersion) {
      options.onOtherVersion();
      return;
    }
    if (frame.epoch !== epoch) {
      screen.clear();
      ledger.reset();
      epoch = frame.epoch;
    }
    ledger.raiseFloor(frame.floor);
    for (const purge of frame.purged) ledger.note(purge);
    screen.remove(ledger.refuses);
    screen.configure(frame.settings);
    screen.setPattern(frame.pattern);
    setBlank(frame.blank);
    if (frame.pin) show([frame.pin]);
    else screen.remove(isPin);
  };

  const purge = (order: OverlayPurge) => {
    ledger.note(order);
    const removed = order.all === true ? screen.clear() : screen.remove(matcherOf(order));
    const { purgeId } = order;
    options.afterPaint(() => options.reply({ type: 'receipt', purgeId, removed, at: options.now() }));
  };

  return {
    take: (frame: OverlayServerFrame): void => {
      if (frame.type === 'hello') greet(frame);
      else if (frame.type === 'show') show(frame.items);
      else if (frame.type === 'purge') purge(frame);
      else if (frame.type === 'unpin') screen.remove(isPin);
      else if (frame.type === 'blank') setBlank(frame.on);
      else if (frame.type === 'pattern') screen.setPattern(frame.pattern);
      else screen.configure(frame.settings);
    },
    /** Livedeck cannot be reached, so nobody could take anything off any more: show nothing. */
    abandon: (): void => {
      screen.clear();
      screen.setPattern(null);
    },
  };
};
