import type { CallName } from '../../../main/contract/calls.ts';
import type { EventName } from '../../../main/contract/events.ts';

/** How the panel and the main process stand: `since` and `lastSeen` are ms since the epoch. */
export type HostLink =
  | { readonly state: 'connecting' }
  | { readonly state: 'up' }
  | { readonly state: 'away'; readonly since: number; readonly attempt: number };

/** A way to the main process. A request answers a raw result, or `null` when the way was lost before the answer. */
export type Transport = {
  readonly request: (name: CallName, input: unknown) => Promise<unknown>;
  readonly dispose: () => void;
};

export type TransportListeners = {
  readonly onLink: (link: HostLink) => void;
  readonly onEvent: (name: EventName, payload: unknown) => void;
  /** The host said something that is not in the contract. */
  readonly onGarbled: (what: string) => void;
};
