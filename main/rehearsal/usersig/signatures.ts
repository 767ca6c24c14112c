import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';

/** The secret is used as text, not hex-decoded (tencent-im B1.2). Compared in constant time. */
export const hmacMatches = (signedText: string, signature: string, secretKey: string): boolean => {
  const expected = Buffer.from(createHmac('sha256', secretKey).update(signedText, 'utf8').digest('base64'));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
};

/** A key that cannot be read is a fault of the service's own set-up, not of the client: it throws. */
const readPublicKey = (pem: string): KeyObject => {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ec') {
    throw new TypeError('a v1 UserSig needs an EC public key in PEM form, the public_key file of keys.zip');
  }
  return key;
};

/** The curve comes with the key: secp256k1 and P-256 are both seen (tencent-im B2.2). */
export const ecdsaMatches = (
  signedText: string,
  signature: string,
  publicKeys: readonly string[],
): boolean => {
  const der = Buffer.from(signature, 'base64');
  const text = Buffer.from(signedText, 'utf8');
  return publicKeys.some((pem) => verify('sha256', text, readPublicKey(pem), der));
};
