import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import { begun, gone, type Outbox, type Outgoing, refused } from './outbox.ts';

export type Composer = {
  readonly outbox: StoreApi<Outbox>;
  /** What stands in each room's field; kept when the column goes out of sight. */
  readonly drafts: Map<RoomKey, string>;
  readonly say: (roomKey: RoomKey, text: string, danmaku: boolean) => void;
  readonly retry: (outgoing: Outgoing) => void;
  readonly forget: (id: number) => void;
};

/** The longest text that the contract lets a room hear. */
export const SAY_LIMIT = 2_000;

export const createComposer = (deps: { readonly bridge: Bridge; readonly clock: Clock }): Composer => {
  const { bridge, clock } = deps;
  const outbox = createStore<Outbox>(() => []);
  let nextId = 1;

  const send = async (outgoing: Outgoing): Promise<void> => {
    const { id, roomKey, text, danmaku } = outgoing;
    outbox.setState((all) => begun(all, { id, roomKey, text, danmaku, at: clock.now() }), true);
    const answer = await bridge.call('room:say', { roomKey, text, danmaku });
    outbox.setState((all) => (answer.ok ? gone(all, id) : refused(all, id, answer.error)), true);
  };

  return {
    outbox,
    drafts: new Map(),
    say: (roomKey, text, danmaku) => {
      const id = nextId;
      nextId += 1;
      void send({ id, roomKey, text: text.slice(0, SAY_LIMIT), danmaku, at: clock.now() });
    },
    retry: (outgoing) => void send(outgoing),
    forget: (id) => outbox.setState((all) => gone(all, id), true),
  };
};
