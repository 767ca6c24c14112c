import { diskFaults } from './disk-faults.ts';
import type { Fault } from './fault.ts';
import { processFaults } from './process-faults.ts';
import { serviceFaults } from './service-faults.ts';

export const faults: readonly Fault[] = [...serviceFaults, ...processFaults, ...diskFaults];
