import { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import {
  openWithPassphrase,
  passphraseBoxSchema,
  passphraseProblem,
  sealWithPassphrase,
} from './passphrase-box.ts';
import { vaultProblems } from './vault-problems.ts';

/** The protection of the operating system; `none` where there is none worth the name. */
export type SealPort = Readonly<{
  kind: 'os' | 'none';
  seal: (text: string) => Promise<Uint8Array>;
  unseal: (sealed: Uint8Array) => Promise<string>;
}>;

/** How a secret is kept: by the system, behind a passphrase, or only until the program ends. */
export type Protection =
  | Readonly<{ by: 'os' }>
  | Readonly<{ by: 'passphrase'; passphrase: string }>
  | Readonly<{ by: 'memory' }>;

export const sealedSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('os'), data: z.base64().max(1_000_000) }),
  z.object({ by: z.literal('passphrase'), box: passphraseBoxSchema }),
]);
export type Sealed = Readonly<z.infer<typeof sealedSchema>>;

export type Owner = Readonly<{ accountId: string; sdkAppId: number }>;

/** What is sealed says whose it is, so that entries of the file cannot be swapped unnoticed. */
const payloadSchema = z.object({
  v: z.literal(1),
  accountId: z.string(),
  sdkAppId: z.number().int(),
  key: z.string(),
});

const context = ({ accountId, sdkAppId }: Owner): string => `livedeck key ${sdkAppId} ${accountId}`;

const payload = ({ accountId, sdkAppId }: Owner, key: string): string =>
  JSON.stringify({ v: 1, accountId, sdkAppId, key });

const sealByOs = async (port: SealPort, owner: Owner, text: string): Promise<Result<Sealed>> => {
  if (port.kind === 'none') return err(vaultProblems.noOsProtection());
  try {
    const sealed = await port.seal(payload(owner, text));
    return ok({ by: 'os', data: Buffer.from(sealed).toString('base64') });
  } catch {
    // What the system threw may repeat what it was given.
    return err(vaultProblems.sealFailed());
  }
};

const sealByPassphrase = async (
  passphrase: string,
  owner: Owner,
  text: string,
  randomBytes: (size: number) => Buffer,
): Promise<Result<Sealed>> => {
  const problem = passphraseProblem(passphrase);
  if (problem !== undefined) return err(problem);
  const box = await sealWithPassphrase(payload(owner, text), passphrase, context(owner), randomBytes);
  return ok({ by: 'passphrase', box });
};

/** A secret as it may lie on disk; undefined where it is kept in memory only. */
export const sealText = async (
  deps: Readonly<{ seal: SealPort; randomBytes: (size: number) => Buffer }>,
  protection: Protection,
  owner: Owner,
  text: string,
): Promise<Result<Sealed | undefined>> => {
  if (protection.by === 'memory') return ok(undefined);
  if (protection.by === 'os') return sealByOs(deps.seal, owner, text);
  return sealByPassphrase(protection.passphrase, owner, text, deps.randomBytes);
};

const unsealByOs = async (port: SealPort, data: string): Promise<Result<string>> => {
  if (port.kind === 'none') return err(vaultProblems.unsealFailed());
  try {
    return ok(await port.unseal(Buffer.from(data, 'base64')));
  } catch {
    return err(vaultProblems.unsealFailed());
  }
};

const readPayload = (text: string, owner: Owner): Result<string> => {
  const parsed = payloadSchema.safeParse(parseJson(text));
  if (!parsed.success) return err(vaultProblems.tampered());
  const { accountId, sdkAppId, key } = parsed.data;
  const isOwn = accountId === owner.accountId && sdkAppId === owner.sdkAppId;
  return isOwn ? ok(key) : err(vaultProblems.tampered());
};

/** The secret out of what was stored; the passphrase where it takes one. */
export const unsealText = async (
  port: SealPort,
  owner: Owner,
  sealed: Sealed,
  passphrase: string | undefined,
): Promise<Result<string>> => {
  if (sealed.by === 'passphrase' && passphrase === undefined) return err(vaultProblems.locked());
  const text =
    sealed.by === 'os'
      ? await unsealByOs(port, sealed.data)
      : await openWithPassphrase(sealed.box, passphrase ?? '', context(owner));
  return text.ok ? readPayload(text.value, owner) : text;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
