import type { SafeStorage } from 'electron';
import type { SealPort } from '../../core/accounts/sealing.ts';
import { noSeal } from '../node/no-seal.ts';

/** On Linux Electron falls back to a fixed password, which protects nothing; then there is no protection to offer. */
const NO_PROTECTION: readonly string[] = ['basic_text', 'unknown'];

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** The keychain of this user, through Electron. Asked only after the app is ready. */
export const createSafeSeal = async (storage: Storage, platform: NodeJS.Platform): Promise<SealPort> => {
  try {
    if (platform === 'linux' && NO_PROTECTION.includes(storage.getSelectedStorageBackend())) return noSeal;
    if (!(await storage.isAsyncEncryptionAvailable())) return noSeal;
  } catch {
    // A keychain that cannot even be asked protects nothing.
    return noSeal;
  }
  return {
    kind: 'os',
    seal: (text) => storage.encryptStringAsync(text),
    unseal: async (sealed) => {
      const { result } = await storage.decryptStringAsync(Buffer.from(sealed));
      return result;
    },
  };
};
