import { KEY_INPUT_MAX } from '../../../../main/contract/calls/account-calls.ts';
import type { CallInput } from '../../../../main/contract/calls.ts';

export type KeyInput = CallInput<'account:check-key'>['key'];

/** Base64 makes four letters of three bytes. */
export const KEY_FILE_MAX = (KEY_INPUT_MAX / 4) * 3;

/** Bytes as base64, in slices that a call can take as arguments. */
export const base64Of = (bytes: Uint8Array): string => {
  const SLICE = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text);
};

/** The key as the contract takes it; nothing where neither a text nor a file was given. */
export const readKey = async (text: string, file: File | undefined): Promise<KeyInput | undefined> => {
  if (file !== undefined) return { fileBase64: base64Of(new Uint8Array(await file.arrayBuffer())) };
  return text.trim() === '' ? undefined : { text };
};
