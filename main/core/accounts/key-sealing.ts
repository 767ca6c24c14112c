import { err, type Result } from '../../contract/result.ts';
import { type KeyMaterial, readKey } from './key-material.ts';
import { type Owner, type Sealed, type SealPort, unsealText } from './sealing.ts';
import { vaultProblems } from './vault-problems.ts';

/** The key out of what was stored; the passphrase where it takes one. */
export const unsealKey = async (
  port: SealPort,
  owner: Owner,
  sealed: Sealed,
  passphrase: string | undefined,
): Promise<Result<KeyMaterial>> => {
  const text = await unsealText(port, owner, sealed, passphrase);
  if (!text.ok) return text;
  const material = readKey({ text: text.value });
  return material.ok ? material : err(vaultProblems.tampered());
};
