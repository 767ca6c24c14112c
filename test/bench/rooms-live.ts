import { topics } from '../../main/contract/state.ts';
import type { SureCall } from '../support/typed-call.ts';
import { wait } from './browser-cost.ts';

const POLL_MS = 100;

/** Waits until so many rooms are live. Joins are paced; what is said before one went through is nobody's loss. */
export const untilLive = async (call: SureCall, count: number): Promise<void> => {
  for (;;) {
    const rooms = topics.rooms.parse((await call('state:get', { topic: 'rooms' })).value);
    const live = Object.values(rooms).filter(({ connection }) => connection.state === 'live');
    if (live.length === count) return;
    await wait(POLL_MS);
  }
};
