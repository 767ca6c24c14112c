import type { Clock } from '../../ports.ts';

export const pause = (clock: Pick<Clock, 'setTimeout'>, ms: number): Promise<void> =>
  new Promise((resolve) => clock.setTimeout(resolve, ms));
