import { createStore } from 'zustand/vanilla';
import type { CallInput, CallName, CallOutput } from '../../main/contract/calls.ts';
import type { EventName, EventPayload } from '../../main/contract/events.ts';
import { err, type Result } from '../../main/contract/result.ts';
import { hostLostError } from '../../renderer/panel/bridge/bridge-errors.ts';
import type { Bridge, Clock, HostLink } from '../../renderer/panel/bridge/index.ts';

type Answers = {
  readonly [C in CallName]?: (input: CallInput<C>) => Result<CallOutput<C>> | Promise<Result<CallOutput<C>>>;
};

/** A host that answers what the test says, remembers what it was asked, and cannot be reached for anything else. */
export const bridgeDouble = (answers: Answers) => {
  const seen: { readonly call: CallName; readonly input: unknown }[] = [];
  const heard = new Map<EventName, ((payload: never) => void)[]>();
  const bridge: Bridge = {
    call: async <C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> => {
      seen.push({ call: name, input });
      const answer = answers[name] as ((value: unknown) => unknown) | undefined;
      return answer === undefined ? err(hostLostError()) : ((await answer(input)) as Result<CallOutput<C>>);
    },
    on: (name, listener) => {
      heard.set(name, [...(heard.get(name) ?? []), listener as (payload: never) => void]);
      return () => undefined;
    },
    link: createStore<HostLink>(() => ({ state: 'up' })),
    dispose: () => undefined,
  };
  const tell = <E extends EventName>(name: E, payload: EventPayload<E>) => {
    for (const listener of heard.get(name) ?? []) listener(payload as never);
  };
  const inputsOf = <C extends CallName>(name: C): readonly CallInput<C>[] =>
    seen.filter(({ call }) => call === name).map(({ input }) => input as CallInput<C>);
  return { bridge, tell, inputsOf };
};

/** Time that stands still; frames come at once. */
export const stillClock: Clock = {
  now: () => 0,
  monotonic: () => 0,
  after: () => () => undefined,
  frame: (task) => {
    task();
    return () => undefined;
  },
  inputWaits: () => false,
};
