import { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import { openSealedFile, type SealedFileOptions } from './sealed-file.ts';
import { type Protection, type SealPort, sealedSchema, sealText, unsealText } from './sealing.ts';
import { vaultProblems } from './vault-problems.ts';

const storedSecretSchema = z.object({ sdkAppId: z.number().int(), sealed: sealedSchema });
type StoredSecret = Readonly<z.infer<typeof storedSecretSchema>>;

export type PutSecret = Readonly<{
  accountId: string;
  sdkAppId: number;
  text: string;
  protection: Protection;
}>;

type Held = Readonly<{ text: string; keptBy: Protection['by'] }>;

/**
 * Keeps what is not a signing key and yet a secret: the header of a UserSig endpoint, the UserSig of a pass. It is read
 * in the main process only, to sign in with.
 */
export const createSecretVault = (
  deps: SealedFileOptions & Readonly<{ seal: SealPort; randomBytes: (size: number) => Buffer }>,
) => {
  const stored = openSealedFile<StoredSecret>(deps, storedSecretSchema);
  const held = new Map<string, Held>();

  const open = async (accountId: string, passphrase?: string): Promise<Result<string>> => {
    const ready = held.get(accountId);
    if (ready !== undefined) return ok(ready.text);
    const entry = stored.get(accountId);
    if (!entry.ok) return entry;
    if (entry.value === undefined) return err(vaultProblems.noKey());
    const { sdkAppId, sealed } = entry.value;
    const text = await unsealText(deps.seal, { accountId, sdkAppId }, sealed, passphrase);
    const current = stored.get(accountId);
    // Meanwhile it may have been forgotten or replaced; then what was opened is of no account.
    if (text.ok && current.ok && current.value === entry.value)
      held.set(accountId, { text: text.value, keptBy: sealed.by });
    return text;
  };

  return {
    /** Takes a secret, or keeps everything as it was. */
    put: async ({ accountId, sdkAppId, text, protection }: PutSecret): Promise<Result<null>> => {
      const sealed = await sealText(deps, protection, { accountId, sdkAppId }, text);
      if (!sealed.ok) return sealed;
      const saved = stored.set(accountId, sealed.value && { sdkAppId, sealed: sealed.value });
      if (!saved.ok && protection.by !== 'memory') return saved;
      held.set(accountId, { text, keptBy: protection.by });
      return ok(null);
    },
    /** How it is kept and whether it can be read now; undefined where there is none. */
    info: (accountId: string): Readonly<{ keptBy: Protection['by']; unlocked: boolean }> | undefined => {
      const ready = held.get(accountId);
      if (ready !== undefined) return { keptBy: ready.keptBy, unlocked: true };
      const entry = stored.get(accountId);
      if (!entry.ok || entry.value === undefined) return undefined;
      const keptBy = entry.value.sealed.by;
      return { keptBy, unlocked: keptBy === 'os' };
    },
    read: (accountId: string) => open(accountId),
    unlock: (accountId: string, passphrase: string) => open(accountId, passphrase),
    forget: (accountId: string): Result<null> => {
      const removed = stored.set(accountId, undefined);
      if (removed.ok) held.delete(accountId);
      return removed;
    },
    dispose: () => held.clear(),
  };
};
export type SecretVault = ReturnType<typeof createSecretVault>;
