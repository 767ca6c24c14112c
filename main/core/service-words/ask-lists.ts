import type { AppError } from '../../contract/app-error.ts';
import type { ServiceListKind } from '../../contract/models/service-words.ts';
import type { AdminError } from '../im-admin/admin-error.ts';
import type { AuditLibrary } from '../im-admin/commands/cloud-audit-words.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import { createCloudList } from './cloud-list.ts';
import { createDirtyList } from './dirty-list.ts';
import { createLocalList } from './local-list.ts';
import type { ServiceWordList } from './service-list.ts';

export type Missing = { readonly kind: ServiceListKind; readonly error: AppError };
export type AskedLists = { readonly lists: readonly ServiceWordList[]; readonly missing: readonly Missing[] };

/** A refusal as windows may see it. */
export const plainError = ({ outcome: _outcome, ...error }: AdminError): AppError => error;

/** A library with `Pass` lets its words through; all others act. */
const acts = ({ suggestion }: AuditLibrary): boolean => suggestion.toLowerCase() !== 'pass';

/**
 * Asks the service which word lists it has for this app; whatever it refuses it does not have. The newest that the
 * service itself enforces comes first, the one that only viewers' SDKs enforce last.
 */
export const askLists = async (admin: ImAdmin, signal: AbortSignal): Promise<AskedLists> => {
  const [libraries, dirty, local] = await Promise.all([
    admin.getCloudAuditKeywordsIds({}, { signal }),
    admin.getDirtyWords({ signal }),
    admin.getLocalAuditKeywords({ limit: 1 }, { signal }),
  ]);
  const found = libraries.ok ? libraries.value.libraries.filter(acts) : [];
  const missing: Missing[] = [];
  if (!libraries.ok) missing.push({ kind: 'cloud', error: plainError(libraries.error) });
  if (!dirty.ok) missing.push({ kind: 'dirty', error: plainError(dirty.error) });
  if (!local.ok) missing.push({ kind: 'local', error: plainError(local.error) });
  return {
    lists: [
      ...found.map((library) => createCloudList(admin, library)),
      ...(dirty.ok ? [createDirtyList(admin)] : []),
      ...(local.ok ? [createLocalList(admin)] : []),
    ],
    missing,
  };
};
