import { join } from 'node:path';
import type { StartCheckpointer } from '../../main/core/history/checkpoints.ts';
import type { Log } from '../../main/core/ports.ts';
import { threadCheckpointer } from '../../main/hosts/node/checkpointer.ts';

const entry = join(import.meta.dirname, '../../main/hosts/node/checkpoint-thread.ts');

/** The thread that both hosts use, from its source. */
export const testCheckpointer = (log: Pick<Log, 'warn'>): StartCheckpointer => threadCheckpointer(entry, log);
