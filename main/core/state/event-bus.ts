import type { Publish } from './mirror.ts';

/** Where the core says what happened; each host listens and carries it to its windows. */
export const createEventBus = () => {
  const listeners = new Set<Publish>();
  const publish: Publish = (event, payload) => {
    for (const listener of listeners) listener(event, payload);
  };
  return {
    publish,
    listen: (listener: Publish): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
