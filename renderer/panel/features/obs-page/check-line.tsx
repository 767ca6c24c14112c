import { CircleCheck, CircleDashed, CircleHelp, CircleX, LoaderCircle } from 'lucide-react';
import type { ObsFixId } from '../../../../main/contract/models/obs.ts';
import { useText } from '../../i18n/index.ts';
import type { CheckRow } from './obs-view.ts';

const signs = {
  ok: CircleCheck,
  problem: CircleX,
  unknown: CircleHelp,
  skipped: CircleDashed,
  waiting: CircleDashed,
  coming: LoaderCircle,
} as const;

/** One check: what was found, what it means, and the button that mends it. */
export const CheckLine = (props: {
  readonly row: CheckRow;
  readonly busy: boolean;
  /** The examination is under way and has not come to it yet. */
  readonly coming: boolean;
  readonly onFix: (fix: ObsFixId) => void;
  readonly onTestAnyway: (() => void) | undefined;
}) => {
  const { t, local } = useText();
  const { row, busy, coming, onFix, onTestAnyway } = props;
  const { id, check } = row;
  const state = check?.state ?? (coming ? 'coming' : 'waiting');
  const Sign = signs[state];
  const fix = check?.state === 'problem' ? check.fix : undefined;
  const anyway = id === 'picture' && state === 'skipped' ? onTestAnyway : undefined;
  return (
    <li data-state={state}>
      <Sign className={state === 'coming' ? 'spin' : ''} aria-hidden="true" />
      <div className="test-line">
        <strong>
          {t(`obs.check.${id}`)}
          <span className="unseen">: {t(`obs.found.${state}`)}.</span>
        </strong>
        <div>
          <p>
            {check === undefined ? t(coming ? 'obs.found.coming' : 'obs.found.waiting') : local(check.text)}
          </p>
          {check?.remedy === undefined ? null : <p className="doctor-remedy">{local(check.remedy)}</p>}
        </div>
      </div>
      <div className="doctor-fix">
        {fix === undefined ? null : (
          <button type="button" className="btn small" disabled={busy} onClick={() => onFix(fix)}>
            {t(`obs.fix.${fix}`)}
          </button>
        )}
        {anyway === undefined ? null : (
          <button type="button" className="btn small danger" disabled={busy} onClick={anyway}>
            {t('obs.doctor.anyway')}
          </button>
        )}
      </div>
    </li>
  );
};
