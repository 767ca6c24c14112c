import type { Result } from '../../../../main/contract/result.ts';
import type { AdminError } from '../../../../main/core/im-admin/admin-error.ts';
import type { ImAdmin } from '../../../../main/core/im-admin/im-admin.ts';

/** One call, what goes over the wire for it, and what is read out of the answer. */
export type Example = Readonly<{
  call: (admin: ImAdmin) => Promise<Result<unknown, AdminError>>;
  /** `<service>/<command>`. */
  path: string;
  request: Readonly<Record<string, unknown>>;
  answer?: Readonly<Record<string, unknown>>;
  value?: unknown;
}>;
export type Examples = Readonly<Record<string, Example>>;

/** The outcome of one item of a batch that was done. */
export const done = (item: string, value: unknown = null) => ({ item, result: { ok: true, value } });
