import type { CallInput, CallName, CallOutput } from '../../main/contract/calls.ts';
import type { Result } from '../../main/contract/result.ts';
import type { PanelClient } from './panel-client.ts';

type Asks = Pick<PanelClient, 'call'>;

/** The calls of the contract with their types, as a panel makes them; the client may change between two calls. */
export const typedCall =
  (client: () => Asks) =>
  async <C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> =>
    (await client().call(name, input)) as Result<CallOutput<C>>;

/** The same where a refusal is the end of the test. */
export const sureCall = (client: () => Asks) => {
  const call = typedCall(client);
  return async <C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>> => {
    const result = await call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.text.en}`);
    return result.value;
  };
};
export type SureCall = ReturnType<typeof sureCall>;
