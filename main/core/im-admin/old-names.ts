import type { Result } from '../../contract/result.ts';
import type { AdminError } from './admin-error.ts';

/** What a server says to a field or a command that it does not know by its new name. */
const NOT_KNOWN: readonly number[] = [10003, 10004, 60009, 70402, 70206];

/**
 * The service renamed fields and commands, and older deployments may know the old names only (tencent-im A1, Z1). The
 * new name goes first; where it is refused as unknown the old one is tried, and kept once it has worked.
 */
export type NameChoice = <T>(
  send: (names: 'new' | 'old') => Promise<Result<T, AdminError>>,
) => Promise<Result<T, AdminError>>;

export const createNameChoice = (): NameChoice => {
  let proven: 'new' | 'old' | undefined;
  return async (send) => {
    const first = await send(proven ?? 'new');
    if (first.ok) proven ??= 'new';
    if (first.ok || proven !== undefined || !isUnknownName(first.error)) return first;
    const second = await send('old');
    if (second.ok) proven = 'old';
    return second.ok ? second : first;
  };
};

const isUnknownName = (error: AdminError): boolean =>
  error.outcome === 'not-done' && error.vendor !== undefined && NOT_KNOWN.includes(error.vendor.code);
