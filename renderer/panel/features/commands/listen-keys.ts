import type { ShellStore } from '../shell/index.ts';
import type { Commands } from './create-commands.ts';
import type { Keymap } from './create-keymap.ts';
import { commandFor, repeatsWhileHeld } from './keys-in-force.ts';

const TEXT_FIELDS = 'input, textarea, select, [contenteditable="true"]';
/** Parts with keys of their own: while the focus is in one, the table keeps out of the way. */
const POPUPS = '[role="menu"], [role="dialog"], [role="separator"]';
/** The list of rules is a list box too, but all that it takes for itself are arrows and Enter. */
const OWN_KEYS = `${POPUPS}, [role="listbox"]:not(.words-page *)`;
/** A popup that is on its way out still holds the focus for a moment; it has no claim on keys any more. */
const LEAVING = '[data-closed]';
const PRESSABLE = 'button, a, [role="switch"], [role="radio"]';

const inside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Keys that a focused button answers by itself. */
const pressesButton = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') && inside(event.target, PRESSABLE);

/** Whether the keys belong to a text field or to a part with keys of its own. */
const isBusy = ({ target }: KeyboardEvent): boolean =>
  (inside(target, TEXT_FIELDS) || inside(target, OWN_KEYS)) && !inside(target, LEAVING);

/** A press as the table knows it. */
const pressOf = (event: KeyboardEvent) => ({
  key: event.key,
  code: event.code,
  shiftKey: event.shiftKey,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  altGraph: event.getModifierState('AltGraph'),
});

/** Turns key presses anywhere in the window into commands. The answer stops it. */
export const listenToKeys = (
  host: Window,
  {
    commands,
    keymap,
    shell,
  }: { readonly commands: Commands; readonly keymap: Keymap; readonly shell: ShellStore },
): (() => void) => {
  const commandOf = (event: KeyboardEvent) => {
    const { table, recording } = keymap.state.getState();
    if (recording) return undefined;
    const command = commandFor(table, pressOf(event), isBusy(event), shell.getState().page === 'words');
    // In a menu Esc closes the menu.
    return command === 'closeAside' && inside(event.target, OWN_KEYS) ? undefined : command;
  };
  /** A command took the key that is down: what it repeats is not for the browser, nor for a field that has the focus now. */
  let taken = false;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.repeat) taken = false;
    if (event.defaultPrevented || event.isComposing || pressesButton(event)) return;
    if (event.key === 'Process' && inside(event.target, TEXT_FIELDS)) return;
    const command = commandOf(event);
    if (command !== undefined && (!event.repeat || repeatsWhileHeld(command))) taken = commands[command]();
    if (taken) event.preventDefault();
  };
  /** Panic comes before everything that listens, also in a dialog or a text field. A held key is one press. */
  const onPanic = (event: KeyboardEvent) => {
    if (commandOf(event) !== 'panic') return;
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
