import { LoaderCircle, ScanEye, Square, Wrench } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ObsReport, ObsState } from '../../../../main/contract/models/obs-state.ts';
import { timeOfDay, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { CopyButton, ErrorNote } from '../accounts-page/index.ts';
import { CheckLine } from './check-line.tsx';
import { canMendAll, checkRows, isWatched, problemsIn, verdictOn, wasSpared } from './obs-view.ts';
import { PicturePair } from './picture-pair.tsx';
import { supportText } from './support-text.ts';

const Summary = ({
  report,
  running,
}: {
  readonly report: ObsReport | undefined;
  readonly running: boolean;
}) => {
  const { t } = useText();
  if (running || report === undefined) return null;
  const verdict = verdictOn(report);
  const tone = verdict === 'problems' ? 'problem' : verdict.startsWith('well') ? 'well' : 'unknown';
  return (
    <>
      <strong className="doctor-verdict" data-tone={tone}>
        {t(`obs.doctor.${verdict}`, { count: problemsIn(report.checks).length })}
      </strong>
      <span className="quiet">{t('obs.doctor.at', { time: timeOfDay(report.at) })}</span>
      {report.stale ? <span className="doctor-stale">{t('obs.doctor.stale')}</span> : null}
    </>
  );
};

/** Which overlay is looked at, where there are several. */
const OverlayChoice = ({ chosen }: { readonly chosen: string }) => {
  const { t } = useText();
  const { obs } = usePanel();
  const overlays = Object.values(useTopic('overlays') ?? {});
  if (overlays.length < 2) return null;
  return (
    <select
      className="field obs-choice"
      aria-label={t('obs.doctor.which')}
      value={chosen}
      onChange={(event) => obs.choose(event.currentTarget.value)}
    >
      {overlays.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
};

const Copy = (props: { readonly obs: ObsState; readonly overlayId: string; readonly report: ObsReport }) => {
  const text = useText();
  const app = useTopic('app');
  const overlay = useTopic('overlays')?.[props.overlayId]?.name ?? props.overlayId;
  if (app === undefined) return null;
  const report = supportText({ ...props, app, overlay }, text);
  return <CopyButton withWords text={report} what={text.t('obs.doctor.report')} />;
};

/** The doctor: a live checklist from OBS's address to the picture, with a button at what can be mended. */
export const DoctorPart = ({ obs: state }: { readonly obs: ObsState }) => {
  const { t } = useText();
  const { obs } = usePanel();
  const ids = Object.keys(useTopic('overlays') ?? {});
  const wished = useStore(obs.state, ({ overlayId }) => overlayId);
  const overlayId = wished !== null && ids.includes(wished) ? wished : (ids[0] ?? 'main');
  const examination = state.examination;
  const here = examination?.overlayId === overlayId ? examination : undefined;
  const report = state.reports[overlayId];
  const running = examination !== undefined;
  const connected = state.status.state === 'connected';

  // A first look changes nothing and shows nothing, so it needs no button.
  const unseen = connected && !running && report === undefined && ids.includes(overlayId);
  useEffect(() => {
    if (unseen) obs.firstLook(overlayId);
  }, [unseen, overlayId, obs]);

  const rows = checkRows(here, report);
  const mendable = canMendAll(report?.checks ?? []);
  return (
    <section className="obs-part doctor" aria-labelledby="obs-doctor" aria-busy={running}>
      <div className="part-head">
        <h2 id="obs-doctor">{t('obs.doctor.title')}</h2>
        <OverlayChoice chosen={overlayId} />
        {running ? (
          <button type="button" className="btn" onClick={obs.stop}>
            <Square aria-hidden="true" />
            {t('obs.doctor.stop')}
          </button>
        ) : (
          <>
            {mendable ? (
              <button type="button" className="btn primary" onClick={() => obs.mendAll(overlayId)}>
                <Wrench aria-hidden="true" />
                {t('obs.doctor.mendAll')}
              </button>
            ) : null}
            <button
              type="button"
              className={mendable ? 'btn' : 'btn primary'}
              onClick={() => obs.look(overlayId, 'when-safe')}
            >
              <ScanEye aria-hidden="true" />
              {t('obs.doctor.run')}
            </button>
          </>
        )}
        {report === undefined ? null : <Copy obs={state} overlayId={overlayId} report={report} />}
      </div>
      <p className="doctor-summary" role="status">
        {here === undefined ? null : (
          <span className="doctor-step">
            <LoaderCircle className="spin" aria-hidden="true" />
            {t(`obs.step.${here.step}`)}
          </span>
        )}
        <Summary report={report} running={running} />
      </p>
      <ErrorNote error={running ? undefined : report?.error} />
      <p className="form-note">
        {t(isWatched(state.status) ? 'obs.doctor.whileLive' : 'obs.doctor.whatShows')}
      </p>
      <ul className="check-list doctor-list">
        {rows.map((row) => (
          <CheckLine
            key={row.id}
            row={row}
            busy={running}
            coming={here !== undefined}
            onFix={(fix) => obs.fix(overlayId, fix)}
            onTestAnyway={
              wasSpared(report?.checks ?? [], state.status) ? () => obs.look(overlayId, 'always') : undefined
            }
          />
        ))}
      </ul>
      {report?.hasPicture === true ? <PicturePair overlayId={overlayId} at={report.at} /> : null}
    </section>
  );
};
