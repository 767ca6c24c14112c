import { openHistory } from '../../../main/core/history/history.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { testCheckpointer } from '../../support/test-checkpointer.ts';
import { silentLog } from '../../unit/history/test-history.ts';

/** A process with a history that was checkpointed once and is closed: nothing is left that would keep it alive. */
const [file = ''] = process.argv.slice(2);
const opened = openHistory({
  file,
  clock: systemClock,
  log: silentLog,
  appOf: () => 1,
  report: () => undefined,
  startCheckpointer: (path) => {
    const checkpointer = testCheckpointer(silentLog)(path);
    checkpointer.begin();
    return checkpointer;
  },
});
if (!opened.ok) throw new Error(opened.error.text.en);
opened.value.dispose();
