import { describe, expect, it } from 'vitest';
import { createSafeSeal } from '../../../main/hosts/desktop/safe-seal.ts';

type Storage = Parameters<typeof createSafeSeal>[0];

const storage = (changes: Partial<Storage> = {}): Storage => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text) => Buffer.from(text.split('').reverse().join('')),
  decryptStringAsync: async (sealed) => ({
    shouldReEncrypt: false,
    result: sealed.toString().split('').reverse().join(''),
  }),
  ...changes,
});

describe('the keychain of the desktop', () => {
  it('seals and opens again', async () => {
    const seal = await createSafeSeal(storage(), 'linux');
    expect(seal.kind).toBe('os');
    expect(await seal.unseal(await seal.seal('the key'))).toBe('the key');
  });

  it.each(['basic_text', 'unknown'] as const)('is none on Linux with the backend %s', async (backend) => {
    const poor = storage({ getSelectedStorageBackend: () => backend });
    const seal = await createSafeSeal(poor, 'linux');
    expect(seal.kind).toBe('none');
    await expect(seal.seal('x')).rejects.toThrow();
    expect((await createSafeSeal(poor, 'win32')).kind).toBe('os');
  });

  it('is none where the system has none or cannot be asked', async () => {
    const absent = storage({ isAsyncEncryptionAvailable: async () => false });
    const broken = storage({ isAsyncEncryptionAvailable: () => Promise.reject(new Error('dbus')) });
    expect((await createSafeSeal(absent, 'darwin')).kind).toBe('none');
    expect((await createSafeSeal(broken, 'win32')).kind).toBe('none');
  });
});
