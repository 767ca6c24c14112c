import type { CallInput } from '../../../../main/contract/calls.ts';
import type { Protection } from './protection-choice.tsx';
import { type FieldProblem, passphraseProblem } from './read-fields.ts';

type ProtectionInput =
  CallInput<'account:add'> extends infer Input
    ? Input extends { readonly protection: infer P }
      ? P
      : never
    : never;

type Taken =
  | { readonly protection: ProtectionInput; readonly problem?: undefined }
  | { readonly protection?: undefined; readonly problem: FieldProblem };

/** The choice as the contract takes it, or what is wrong with the passphrase that was typed. */
export const takeProtection = (by: Protection, field: { readonly value: string } | null): Taken => {
  if (by !== 'passphrase') return { protection: { by } };
  const passphrase = field?.value ?? '';
  const problem = passphraseProblem(passphrase);
  return problem === undefined ? { protection: { by, passphrase } } : { problem };
};
