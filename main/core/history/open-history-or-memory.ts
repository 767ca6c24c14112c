import { join } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';
import type { Ports } from '../ports.ts';
import { type History, openHistory } from './history.ts';
import { IN_MEMORY } from './open-store.ts';

/** A live console goes on without its file: the history is then kept for this run only, and said. */
export const openHistoryOrMemory = (
  ports: Ports,
  appOf: (roomKey: string) => number,
  report: (text: Localized) => void,
): History => {
  const { clock, log, dataDir, startCheckpointer } = ports;
  const opened = openHistory({
    file: join(dataDir, 'history.db'),
    clock,
    log,
    appOf,
    report,
    startCheckpointer,
  });
  if (opened.ok) return opened.value;
  report(opened.error.text);
  const inMemory = openHistory({ file: IN_MEMORY, clock, log, appOf, report });
  if (!inMemory.ok) throw new Error('A history in memory could not be opened');
  return inMemory.value;
};
