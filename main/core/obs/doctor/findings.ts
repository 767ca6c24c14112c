import type { AppError, Localized } from '../../../contract/app-error.ts';
import type { Finding } from './facts.ts';

/** Both languages of a text, side by side where it is used. */
export const say = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh });

export const fine = (text: Localized): Finding => ({ state: 'ok', text });

export const wrong = (text: Localized, more: Omit<Finding, 'state' | 'text'> = {}): Finding => ({
  state: 'problem',
  text,
  ...more,
});

export const untold = (text: Localized, remedy?: Localized): Finding => ({
  state: 'unknown',
  text,
  ...(remedy === undefined ? {} : { remedy }),
});

export const passedOver = (text: Localized): Finding => ({ state: 'skipped', text });

/** A finding with the text and the remedy of an error. */
export const fromError = (
  state: 'problem' | 'unknown',
  { text, remedy }: AppError,
  fix?: Finding['fix'],
): Finding => ({
  state,
  text,
  ...(remedy === undefined ? {} : { remedy }),
  ...(fix === undefined ? {} : { fix }),
});
