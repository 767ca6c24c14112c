import type { Localized } from '../../contract/app-error.ts';
import type { TopicValue } from '../../contract/state.ts';
import type { Log } from '../ports.ts';

type Report = TopicValue<'app'>['reports'][number];

/** Most reports that are kept; the oldest make room. */
const MOST = 20;

/** Things the person should know, each once: damaged files, a full disk, a service that had to be restarted. */
export const createReports = (log: Log) => {
  let reports: readonly Report[] = [];
  let onChange: (reports: Report[]) => void = () => undefined;
  let count = 0;
  return {
    add: (text: Localized) => {
      log.warn('the person was told', { text: text.en });
      if (reports.some((report) => report.en === text.en)) return;
      count += 1;
      reports = [...reports, { id: String(count), ...text }].slice(-MOST);
      onChange([...reports]);
    },
    list: () => [...reports],
    onChange: (listener: (reports: Report[]) => void) => {
      onChange = listener;
    },
  };
};
export type Reports = ReturnType<typeof createReports>;
