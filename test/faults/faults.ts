import { clockFaults } from './clock-faults.ts';
import { diskFaults } from './disk-faults.ts';
import type { Fault } from './fault.ts';
import { processFaults } from './process-faults.ts';
import { serviceFaults } from './service-faults.ts';

/** What begins first ends last: the show must go on while the clock is wrong, once everything else has ended. */
export const faults: readonly Fault[] = [...clockFaults, ...serviceFaults, ...processFaults, ...diskFaults];
