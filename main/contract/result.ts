import type { AppError } from './app-error.ts';

/** What every call across a boundary answers: a value, or an expected failure as a value. Bugs throw. */
export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Makes a forgotten case of a union a compile error, and a loud failure should bad data reach it. */
export const assertNever = (value: never): never => {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
};
