import type { Commands } from './create-commands.ts';
import { bindings, commandFor } from './keymap.ts';

const TEXT_FIELDS = 'input, textarea, select, [contenteditable="true"]';
/** Parts with keys of their own: while the focus is in one, the table keeps out of the way. */
const OWN_KEYS = '[role="menu"], [role="dialog"], [role="listbox"], [role="separator"]';
/** A popup that is on its way out still holds the focus for a moment; it has no claim on keys any more. */
const LEAVING = '[data-closed]';
const PRESSABLE = 'button, a, [role="switch"], [role="radio"]';

const inside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Keys that a focused button answers by itself. */
const pressesButton = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') && inside(event.target, PRESSABLE);

/** Turns key presses anywhere in the window into commands. The answer stops it. */
export const listenToKeys = (host: Window, commands: Commands): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || pressesButton(event)) return;
    const claimed = inside(event.target, TEXT_FIELDS) || inside(event.target, OWN_KEYS);
    const busy = claimed && !inside(event.target, LEAVING);
    const command = commandFor(bindings, event, busy);
    if (command !== undefined && commands[command]()) event.preventDefault();
  };
  /** Panic comes before everything that listens, also in a dialog or a text field. A held key is one press. */
  const onPanic = (event: KeyboardEvent) => {
    if (commandFor(bindings, event, true) !== 'panic') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) commands.panic();
  };
  host.addEventListener('keydown', onPanic, true);
  host.addEventListener('keydown', onKeyDown);
  return () => {
    host.removeEventListener('keydown', onPanic, true);
    host.removeEventListener('keydown', onKeyDown);
  };
};
