import { Info, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';

/** Things the host has to tell since it started, e.g. a damaged settings file that was set aside. */
export const Reports = () => {
  const { t, local } = useText();
  const { shell } = usePanel();
  const read = useStore(shell, (state) => state.readReports);
  const reports = (useTopic('app')?.reports ?? []).filter((report) => !read.has(report.id));
  if (reports.length === 0) return null;
  return (
    <ul className="reports" aria-label={t('host.reports')}>
      {reports.map((report) => (
        <li key={report.id}>
          <Info className="report-sign" aria-hidden="true" />
          <span>{local(report)}</span>
          <button
            type="button"
            className="icon-btn small"
            aria-label={t('toast.dismiss')}
            onClick={() =>
              shell.setState(({ readReports }) => ({ readReports: new Set([...readReports, report.id]) }))
            }
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
};
