import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import type { AppError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { keyProblems } from './key-problems.ts';
import { readKeysZip } from './keys-zip.ts';
import { curveOf, MAX_PEM_LENGTH, readPrivateKey, readPublicKey } from './pem.ts';
import { signUserSigV2 } from './user-sig.ts';
import type { CheckingKey } from './user-sig-check.ts';
import { readUserSig } from './user-sig-claims.ts';
import { signUserSigV1 } from './user-sig-v1.ts';

/** What somebody gives as a key: pasted text, or the bytes of a dropped keys.zip or PEM file. */
export type KeyInput = Readonly<{ text: string }> | Readonly<{ file: Uint8Array }>;

/** What may be said about a key. */
export type KeyKind =
  | Readonly<{ version: 'v2'; algorithm: 'HMAC-SHA256' }>
  | Readonly<{ version: 'v1'; algorithm: 'ECDSA-SHA256'; curve: string }>;

/**
 * A key inside the vault. Key objects, because printing or serialising one shows nothing of it. Never leaves
 * `accounts/`.
 */
export type KeyMaterial = Readonly<{
  kind: KeyKind;
  /** Where the input held a public key too: whether it belongs to the private one. */
  pairFits?: boolean;
  checkingKey: CheckingKey;
  sign: (what: SignRequest) => string;
  /** The text that the vault seals. Only the vault may call it. */
  exportForSealing: () => string;
}>;

export type SignRequest = Readonly<{
  sdkAppId: number;
  userId: string;
  expireSeconds: number;
  /** ms since the epoch by the service's clock. */
  now: number;
}>;

/** The console's SecretKey: 64 hexadecimal digits, used as text. */
const SECRET_LENGTH = 64;

/** Makes a key out of what was given, or says what is wrong with it. */
export const readKey = (input: KeyInput): Result<KeyMaterial, AppError> => {
  if ('text' in input) return readText(input.text);
  const { file } = input;
  if (file.length === 0) return err(keyProblems.empty());
  if (file[0] === 0x50 && file[1] === 0x4b) return readZip(file);
  if (file.length > MAX_PEM_LENGTH) return err(keyProblems.tooLong());
  const text = new TextDecoder().decode(file);
  return text.includes('-----BEGIN') ? readText(text) : err(keyProblems.notAZip());
};

const readText = (pasted: string): Result<KeyMaterial, AppError> => {
  if (pasted.length > MAX_PEM_LENGTH) return err(keyProblems.tooLong());
  const text = pasted.trim();
  if (text === '') return err(keyProblems.empty());
  if (text.includes('-----BEGIN')) return readPem(text);
  if (readUserSig(text) !== undefined) return err(keyProblems.userSigInstead());
  if (!/^[0-9a-zA-Z]+$/.test(text)) return err(keyProblems.notAKey());
  if (text.length !== SECRET_LENGTH) return err(keyProblems.secretLength(text.length));
  return /^[0-9a-fA-F]+$/.test(text) ? ok(secretMaterial(text)) : err(keyProblems.notAKey());
};

const readZip = (zip: Uint8Array): Result<KeyMaterial, AppError> => {
  const pair = readKeysZip(zip);
  return pair.ok ? readPem(pair.value.privateKey, pair.value.publicKey) : pair;
};

const readPem = (pem: string, publicPem?: string): Result<KeyMaterial, AppError> => {
  const key = readPrivateKey(pem);
  if (!key.ok) return key;
  const material = pairMaterial(key.value);
  if (publicPem === undefined) return ok(material);
  const given = readPublicKey(publicPem);
  return ok({ ...material, pairFits: given?.equals(createPublicKey(key.value)) ?? false });
};

const secretMaterial = (secret: string): KeyMaterial => {
  const secretKey = createSecretKey(secret, 'utf8');
  return {
    kind: { version: 'v2', algorithm: 'HMAC-SHA256' },
    checkingKey: { version: 'v2', secretKey },
    sign: (what) => signUserSigV2({ ...what, secretKey }),
    exportForSealing: () => secretKey.export().toString('utf8'),
  };
};

const pairMaterial = (privateKey: KeyObject): KeyMaterial => ({
  kind: { version: 'v1', algorithm: 'ECDSA-SHA256', curve: curveOf(privateKey) },
  checkingKey: { version: 'v1', publicKey: createPublicKey(privateKey) },
  sign: (what) => signUserSigV1({ ...what, privateKey }),
  exportForSealing: () => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});
