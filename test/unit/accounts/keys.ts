import { generateKeyPairSync } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

export type Pem = Readonly<{ privateKey: string; publicKey: string }>;

/** A fresh key pair as the console would hand it out. */
export const makePem = (namedCurve = 'prime256v1'): Pem => {
  const pair = generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return pair;
};

export const makeZip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );

export const secret = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';
