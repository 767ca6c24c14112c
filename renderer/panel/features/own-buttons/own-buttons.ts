import { defaultOwnButtons, type OwnButton } from '../../../../main/contract/models/own-button.ts';
import type { Settings } from '../../../../main/contract/models/settings.ts';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** The number of a button; its key is another where the user has changed it. */
export type Digit = (typeof digits)[number];
export type NumberedButton = { readonly digit: Digit; readonly button: OwnButton };

const tableOf = (settings: Settings | undefined) => settings?.ownButtons ?? defaultOwnButtons;

/** A button that neither warns nor acts stands for nothing. */
const doesSomething = (button: OwnButton): boolean => button.warn !== 'no' || button.deed !== 'none';

/** The user's own buttons by their key. */
export const ownButtons = (settings: Settings | undefined): readonly NumberedButton[] =>
  digits.flatMap((digit) => {
    const button = tableOf(settings)[digit - 1];
    return button !== undefined && button !== null && doesSomething(button) ? [{ digit, button }] : [];
  });

export const ownButtonAt = (settings: Settings | undefined, digit: number): OwnButton | undefined =>
  ownButtons(settings).find((one) => one.digit === digit)?.button;
