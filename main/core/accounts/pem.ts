import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { AppError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { keyProblems } from './key-problems.ts';

/** A PEM of a key is under 2 KB. */
export const MAX_PEM_LENGTH = 16 * 1024;

/** An elliptic-curve private key out of PEM text, or what is wrong with it in plain words. */
export const readPrivateKey = (pem: string): Result<KeyObject, AppError> => {
  if (pem.length > MAX_PEM_LENGTH) return err(keyProblems.tooLong());
  const known = recognise(pem);
  if (known !== undefined) return err(known);
  const key = parsePrivateKey(pem);
  if (key === undefined) return err(keyProblems.damagedPem());
  if (key.asymmetricKeyType !== 'ec')
    return err(keyProblems.otherAlgorithm(key.asymmetricKeyType?.toUpperCase() ?? '?'));
  return ok(key);
};

const recognise = (pem: string): AppError | undefined => {
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type:.*ENCRYPTED/.test(pem)) return keyProblems.encryptedPem();
  if (/BEGIN ([A-Z]+ )?PRIVATE KEY/.test(pem)) return undefined;
  if (/BEGIN ([A-Z]+ )?PUBLIC KEY/.test(pem)) return keyProblems.publicInstead();
  if (/BEGIN CERTIFICATE/.test(pem)) return keyProblems.certificateInstead();
  return keyProblems.damagedPem();
};

/** The block of the key alone: OpenSSL often writes the curve's parameters in a block before it. */
const PRIVATE_BLOCK = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----[\s\S]+?-----END ([A-Z]+ )?PRIVATE KEY-----/;

const parsePrivateKey = (pem: string): KeyObject | undefined => {
  const block = PRIVATE_BLOCK.exec(pem)?.[0];
  if (block === undefined) return undefined;
  try {
    return createPrivateKey(block);
  } catch {
    // The message of OpenSSL helps nobody, and nothing of the key may go further.
    return undefined;
  }
};

/** The public key of a PEM, where it is one. */
export const readPublicKey = (pem: string): KeyObject | undefined => {
  if (pem.length > MAX_PEM_LENGTH || /PRIVATE KEY/.test(pem)) return undefined;
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
};

/** The curve by the name that people know. */
export const curveOf = (key: KeyObject): string => {
  const name = key.asymmetricKeyDetails?.namedCurve ?? 'unnamed';
  return name === 'prime256v1' ? 'P-256' : name;
};
