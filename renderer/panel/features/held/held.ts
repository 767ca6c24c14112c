import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { HeldDecision, HeldItem } from '../../../../main/contract/models/held.ts';
import type { Bridge, Topics } from '../../bridge/index.ts';
import type { Toasts, Trouble } from '../toasts/index.ts';
import { tooLate } from './late.ts';
import {
  afterAnswer,
  afterDeciding,
  type HeldState,
  heldOf,
  nothingDecided,
  selectionAfterMove,
  waitingItems,
} from './waiting.ts';

/** The comments that wait for a person. */
export type Held = {
  readonly state: StoreApi<HeldState>;
  readonly queue: () => readonly HeldItem[];
  readonly of: (roomKey: RoomKey, itemId: string) => HeldItem | undefined;
  readonly selected: () => HeldItem | undefined;
  readonly move: (step: number) => void;
  readonly select: (id: string | null) => void;
  readonly decide: (items: readonly HeldItem[], decision: HeldDecision) => void;
};

export const createHeld = (deps: {
  readonly bridge: Bridge;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): Held => {
  const { bridge, topics, toasts } = deps;
  const state = createStore<HeldState>(() => nothingDecided);
  const known = () => topics.values.getState().held;
  const queue = () => waitingItems(known(), state.getState());

  const tellLate = (troubles: readonly Trouble[]) => {
    if (troubles.length === 0) return;
    toasts.show({
      title: ({ t }) => t('failed.late', { count: troubles.length }),
      troubles,
      retry: undefined,
    });
  };

  const decide = async (items: readonly HeldItem[], decision: HeldDecision): Promise<void> => {
    const ids = items.map((held) => held.id);
    if (ids.length === 0) return;
    state.setState((now) => afterDeciding(queue(), now, ids), true);
    const answer = await bridge.call('held:decide', { ids, decision });
    const ends = answer.ok ? answer.value.results : [];
    state.setState((now) => afterAnswer(now, ids, ends), true);
    if (answer.ok) return tellLate(tooLate(items, decision, ends));
    toasts.show({
      title: ({ t }) => t('failed.decide', { count: ids.length }),
      troubles: [{ where: undefined, error: answer.error }],
      retry: () => void decide(items, decision),
    });
  };

  return {
    state,
    queue,
    of: (roomKey, itemId) => heldOf(known(), state.getState(), roomKey, itemId),
    selected: () => queue().find((held) => held.id === state.getState().selected),
    move: (step) =>
      state.setState(({ selected }) => ({ selected: selectionAfterMove(queue(), selected, step) })),
    select: (selected) => state.setState({ selected }),
    decide: (items, decision) => void decide(items, decision),
  };
};
