import { defaultOwnButtons, type OwnButton } from '../../../../main/contract/models/own-button.ts';
import type { Settings } from '../../../../main/contract/models/settings.ts';

export type NumberedButton = { readonly digit: number; readonly button: OwnButton };

const tableOf = (settings: Settings | undefined) => settings?.ownButtons ?? defaultOwnButtons;

/** A button that neither warns nor acts stands for nothing. */
const doesSomething = (button: OwnButton): boolean => button.warn !== 'no' || button.deed !== 'none';

/** The user's own buttons by their key. */
export const ownButtons = (settings: Settings | undefined): readonly NumberedButton[] =>
  tableOf(settings).flatMap((button, index) =>
    button !== null && doesSomething(button) ? [{ digit: index + 1, button }] : [],
  );

export const ownButtonAt = (settings: Settings | undefined, digit: number): OwnButton | undefined =>
  ownButtons(settings).find((one) => one.digit === digit)?.button;
