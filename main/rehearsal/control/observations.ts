import { z } from 'zod';
import type { ControlRoute } from './control.ts';
import { get, post } from './route.ts';
import { snapshot } from './snapshot.ts';

/** What can be seen of the service. */
export const observationRoutes: readonly ControlRoute[] = [
  get('state', 'everything the service knows, as one JSON document', ({ world }) => snapshot(world)),
  get('metrics', 'counts, event loop delay and CPU since the last reset', ({ world }) =>
    world.metrics.read(),
  ),
  post('metrics/reset', 'starts counting anew', z.strictObject({}), ({ world }) => {
    world.metrics.reset();
    return { ok: true };
  }),
  get('refusals', 'the last 1000 sends that were refused or dropped', ({ world }) => ({
    refusals: world.refusals.list(),
  })),
  get('unknown-commands', 'socket requests that nothing is known of', ({ sockets }) => ({
    servcmds: sockets.unknownCommands(),
  })),
];
