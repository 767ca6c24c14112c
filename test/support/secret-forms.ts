import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The forms in which a secret could be carried or written, for scans that must not find any of them. */

/** A PEM without its frame. */
export const bodyOf = (pem: string): string => pem.replace(/-----[^-]+-----/g, '').trim();

/** A text as such, in one line, as JSON, base64, hex and in an address. */
export const formsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  const oneLine = secret.replace(/\s/g, '');
  return [
    ...[secret, oneLine, JSON.stringify(secret).slice(1, -1), secret.toUpperCase()],
    ...[bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')],
    ...[encodeURIComponent(secret), Buffer.from(oneLine).toString('base64').replace(/=+$/, '')],
  ];
};

/** The bytes that a text of hex or base64 stands for, in other clothes. */
export const rawForms = (bytes: Buffer): readonly string[] => [
  bytes.toString('hex'),
  bytes.toString('base64').replace(/=+$/, ''),
  bytes.toString('base64url'),
];

/** Every form of a SecretKey. */
export const formsOfSecretKey = (secretKey: string): readonly string[] => [
  ...formsOf(secretKey),
  ...rawForms(Buffer.from(secretKey, 'hex')),
];

/** Every form of a private key: the whole PEM, its body, each of its lines, and the bytes within. */
export const formsOfPem = (pem: string): readonly string[] => {
  const body = bodyOf(pem);
  return [
    ...formsOf(pem),
    ...formsOf(body),
    ...body.split('\n').filter((line) => line.length > 20),
    ...rawForms(Buffer.from(body, 'base64')),
  ];
};

/** A UserSig is deflated JSON in the vendor's base64, and so begins like this. */
export const USER_SIG = /(?<![\w.*-])eJ[\w*-]{80,}/;

/** Which of the needles are in a text, by number, so that a failing test does not print the key. */
export const found = (text: string, needles: readonly string[]): readonly number[] =>
  needles.flatMap((needle, index) => (text.includes(needle) ? [index] : []));

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

/** The files in which a needle stands, be they text or not, with the needles' numbers. */
export const foundInFiles = (
  paths: readonly string[],
  needles: readonly string[],
): readonly (readonly [path: string, needles: readonly number[]])[] =>
  paths.flatMap((path) => {
    const bytes = readFileSync(path);
    const wide = [bytes, bytes.subarray(1)].map((part) => part.toString('utf16le'));
    const hits = found([bytes.toString('latin1'), ...wide].join('\n'), needles);
    return hits.length === 0 ? [] : [[path, hits] as const];
  });
