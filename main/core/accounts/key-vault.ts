import type { Localized } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { DocumentFile } from '../ports.ts';
import { type KeyReport, type KeyReportRequest, reportOnKey } from './key-check.ts';
import { openKeyFile } from './key-file.ts';
import { type KeyInput, type KeyKind, type KeyMaterial, readKey, type SignRequest } from './key-material.ts';
import { unsealKey } from './key-sealing.ts';
import { type Protection, type SealPort, sealText } from './sealing.ts';
import { sdkAppIdProblem, signRequestProblem } from './sign-request.ts';
import { vaultProblems } from './vault-problems.ts';

export type { Protection, SealPort } from './sealing.ts';

/** All that the vault says about a key. */
export type KeyInfo = Readonly<{
  accountId: string;
  sdkAppId: number;
  kind: KeyKind;
  keptBy: Protection['by'];
  /** Whether it can sign now without a passphrase. */
  unlocked: boolean;
}>;

export type PutKey = Readonly<{
  accountId: string;
  sdkAppId: number;
  key: KeyInput;
  protection: Protection;
}>;

/**
 * Keeps signing keys. A key goes in through `put` and comes out of nothing: the vault signs and checks, and tells of a
 * key no more than its kind.
 */
export type KeyVault = Readonly<{
  /** Takes a key, or keeps everything as it was. */
  put: (request: PutKey) => Promise<Result<KeyInfo>>;
  info: (accountId: string) => KeyInfo | undefined;
  list: () => readonly KeyInfo[];
  unlock: (accountId: string, passphrase: string) => Promise<Result<KeyInfo>>;
  /** Forgets the opened key of a passphrase until the next `unlock`. */
  lock: (accountId: string) => void;
  forget: (accountId: string) => Result<null>;
  /** A UserSig. A key that the system keeps is opened at the first use. */
  sign: (accountId: string, what: Omit<SignRequest, 'sdkAppId'>) => Promise<Result<string>>;
  /** Whether the kept key signs and verifies. */
  check: (accountId: string, what: Omit<KeyReportRequest, 'sdkAppId'>) => Promise<Result<KeyReport>>;
  dispose: () => void;
}>;

export type KeyVaultDeps = Readonly<{
  file: DocumentFile;
  seal: SealPort;
  randomBytes: (size: number) => Buffer;
  now: () => number;
  report: (text: Localized) => void;
}>;

type Held = Readonly<{ sdkAppId: number; material: KeyMaterial; keptBy: Protection['by'] }>;

export const createKeyVault = ({ file, seal, randomBytes, now, report }: KeyVaultDeps): KeyVault => {
  const stored = openKeyFile({ file, now, report });
  const held = new Map<string, Held>();

  const put = async (request: PutKey): Promise<Result<KeyInfo>> => {
    const { accountId, sdkAppId, protection } = request;
    const problem = sdkAppIdProblem(sdkAppId);
    if (problem !== undefined) return err(problem);
    const material = readKey(request.key);
    if (!material.ok) return material;
    const text = material.value.exportForSealing();
    const sealed = await sealText({ seal, randomBytes }, protection, request, text);
    if (!sealed.ok) return sealed;
    const saved = stored.set(
      accountId,
      sealed.value && { sdkAppId, kind: material.value.kind, sealed: sealed.value },
    );
    if (!saved.ok && protection.by !== 'memory') return saved;
    const entry: Held = { sdkAppId, material: material.value, keptBy: protection.by };
    held.set(accountId, entry);
    return ok(infoOfHeld(accountId, entry));
  };

  const info = (accountId: string): KeyInfo | undefined => {
    const open = held.get(accountId);
    if (open !== undefined) return infoOfHeld(accountId, open);
    const entry = stored.get(accountId);
    if (!entry.ok || entry.value === undefined) return undefined;
    const { sdkAppId, kind, sealed } = entry.value;
    return { accountId, sdkAppId, kind, keptBy: sealed.by, unlocked: sealed.by === 'os' };
  };

  const open = async (accountId: string, passphrase?: string): Promise<Result<Held>> => {
    const ready = held.get(accountId);
    if (ready !== undefined && passphrase === undefined) return ok(ready);
    const entry = stored.get(accountId);
    if (!entry.ok) return entry;
    if (entry.value === undefined) return ready === undefined ? err(vaultProblems.noKey()) : ok(ready);
    const { sdkAppId, sealed } = entry.value;
    const material = await unsealKey(seal, { accountId, sdkAppId }, sealed, passphrase);
    if (!material.ok) return material;
    const opened: Held = { sdkAppId, material: material.value, keptBy: sealed.by };
    // Meanwhile the key may have been forgotten or replaced; then what was opened is of no account.
    const current = stored.get(accountId);
    if (!current.ok || current.value !== entry.value) return open(accountId, passphrase);
    held.set(accountId, opened);
    return ok(opened);
  };

  return {
    put,
    info,
    list: () => [...new Set([...stored.accountIds(), ...held.keys()])].flatMap((id) => info(id) ?? []),
    unlock: async (accountId, passphrase) => {
      const opened = await open(accountId, passphrase);
      return opened.ok ? ok(infoOfHeld(accountId, opened.value)) : opened;
    },
    lock: (accountId) => {
      if (held.get(accountId)?.keptBy === 'passphrase') held.delete(accountId);
    },
    forget: (accountId) => {
      const removed = stored.set(accountId, undefined);
      if (removed.ok) held.delete(accountId);
      return removed;
    },
    sign: async (accountId, what) => {
      const opened = await open(accountId);
      if (!opened.ok) return opened;
      const { material, sdkAppId } = opened.value;
      const problem = signRequestProblem({ ...what, sdkAppId });
      return problem === undefined ? ok(material.sign({ ...what, sdkAppId })) : err(problem);
    },
    check: async (accountId, what) => {
      const opened = await open(accountId);
      if (!opened.ok) return opened;
      const { material, sdkAppId } = opened.value;
      const problem = signRequestProblem({ ...what, sdkAppId });
      if (problem !== undefined) return err(problem);
      return ok(reportOnKey(material, { ...what, sdkAppId }));
    },
    dispose: () => held.clear(),
  };
};

const infoOfHeld = (accountId: string, { sdkAppId, material, keptBy }: Held): KeyInfo => ({
  accountId,
  sdkAppId,
  kind: material.kind,
  keptBy,
  unlocked: true,
});
