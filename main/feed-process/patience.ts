import type { Timers } from './batcher.ts';

/** How long the service may take to a goodbye, ms. */
const GOODBYE_MS = 500;

/** The SDK waits for the service in both of its goodbyes, and for one that is silent it waits for ever. */
export const withinPatience = async (
  timers: Timers,
  goodbye: Promise<unknown> | undefined,
): Promise<void> => {
  const enough = Promise.withResolvers<void>();
  const timer = timers.setTimeout(enough.resolve, GOODBYE_MS);
  await Promise.race([goodbye, enough.promise]).finally(() => timers.clearTimeout(timer));
};
