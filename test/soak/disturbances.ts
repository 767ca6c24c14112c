import type { Rehearsal } from '../support/rehearsal.ts';

/** What goes wrong in the course of an evening, one thing after the other. */
export const disturbances: readonly ((service: Rehearsal) => Promise<unknown>)[] = [
  (service) => service.controlCall('drop', {}),
  (service) => service.controlCall('faults', { rest: [{ kind: 'server-error', times: 3 }] }),
  (service) => service.controlCall('faults', { rest: [{ kind: 'rate-limit', times: 3 }] }),
  (service) => service.controlCall('faults', { duplicates: 3 }),
  (service) => service.controlCall('faults', { duplicates: 0, outOfOrder: true }),
  (service) => service.controlCall('faults', { outOfOrder: false }),
  (service) => service.controlCall('expire', {}),
];
