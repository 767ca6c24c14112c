import type { SealPort } from '../../core/accounts/sealing.ts';

const refuse = () => Promise.reject(new Error('There is no keychain to use'));

/** Where there is no keychain: a key is kept behind a passphrase, or only for this run. */
export const noSeal: SealPort = { kind: 'none', seal: refuse, unseal: refuse };
