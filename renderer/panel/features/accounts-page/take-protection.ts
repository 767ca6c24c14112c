import type { CallInput } from '../../../../main/contract/calls.ts';
import type { Protection } from './protection-choice.tsx';

type ProtectionInput =
  CallInput<'account:add'> extends infer Input
    ? Input extends { readonly protection: infer P }
      ? P
      : never
    : never;

/** The choice as the contract takes it; nothing where a passphrase was chosen and none was typed. */
export const takeProtection = (
  by: Protection,
  field: { readonly value: string } | null,
): ProtectionInput | undefined => {
  if (by !== 'passphrase') return { by };
  const passphrase = field?.value ?? '';
  return passphrase === '' ? undefined : { by, passphrase };
};
