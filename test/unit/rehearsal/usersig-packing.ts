import { deflateSync, inflateSync } from 'node:zlib';

const letter: Readonly<Record<string, string>> = { '+': '*', '/': '-', '=': '_' };
const original: Readonly<Record<string, string>> = { '*': '+', '-': '/', _: '=' };

/** Packs any text the way both UserSig versions are packed (tencent-im B1.4). */
export const packText = (text: string, level = -1): string =>
  deflateSync(text, { level })
    .toString('base64')
    .replace(/[+/=]/g, (character) => letter[character] ?? '');

export const unpackText = (userSig: string): string =>
  inflateSync(
    Buffer.from(
      userSig.replace(/[*\-_]/g, (character) => original[character] ?? ''),
      'base64',
    ),
  ).toString('utf8');
