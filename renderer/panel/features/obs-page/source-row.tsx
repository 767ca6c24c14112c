import { LoaderCircle, Plus, Wrench } from 'lucide-react';
import { useStore } from 'zustand';
import type { ObsStatus } from '../../../../main/contract/models/obs.ts';
import type { OverlayStatus } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote } from '../accounts-page/index.ts';
import type { AddRun } from './obs.ts';
import { WindowPick } from './window-pick.tsx';

type Connected = Extract<ObsStatus, { state: 'connected' }>;

const Outcome = ({ overlayId, run }: { readonly overlayId: string; readonly run: AddRun | undefined }) => {
  const { t } = useText();
  return (
    <>
      <p className="obs-outcome" role="status">
        {run?.state === 'done'
          ? t(`obs.added.${run.added.made}`, {
              scene: run.added.scene,
              way: t(`obs.way.${run.added.way}`),
            })
          : null}
      </p>
      <ErrorNote error={run?.state === 'failed' ? run.error : undefined} />
      {run?.state === 'failed' && run.error.code === 'not-found' ? (
        <WindowPick overlayId={overlayId} />
      ) : null}
    </>
  );
};

/** One overlay as OBS has it. */
export const SourceRow = (props: { readonly overlay: OverlayStatus; readonly status: Connected }) => {
  const { t } = useText();
  const { obs } = usePanel();
  const { overlay, status } = props;
  const { id, name } = overlay;
  const run = useStore(obs.state, ({ adds }) => adds[id]);
  const source = status.sources.find(({ overlayId }) => overlayId === id);
  const onAir = status.onAir.includes(id);
  const running = run?.state === 'running';
  const Sign = source === undefined ? Plus : Wrench;
  const state = source === undefined ? 'missing' : onAir ? 'on-air' : 'there';
  return (
    <li className="obs-source" data-state={state}>
      <div className="obs-source-words">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p>
          {onAir ? (
            <strong className="obs-on-air">
              <span className="picture-lamp" aria-hidden="true" />
              {t('obs.onAirNow')}
            </strong>
          ) : null}
          {source === undefined
            ? t('obs.source.missing')
            : t(onAir ? 'obs.source.onAir' : 'obs.source.there', {
                input: source.inputName,
                way: t(`obs.way.${source.way}`),
              })}
        </p>
      </div>
      <button
        type="button"
        className={source === undefined ? 'btn primary' : 'btn'}
        disabled={running}
        aria-label={t(source === undefined ? 'obs.addThis' : 'obs.repairThis', { overlay: name })}
        onClick={() => obs.add(id)}
      >
        {running ? <LoaderCircle className="spin" aria-hidden="true" /> : <Sign aria-hidden="true" />}
        {t(source === undefined ? 'obs.add' : 'obs.repair')}
      </button>
      <div className="obs-source-outcome">
        <Outcome overlayId={id} run={run} />
      </div>
    </li>
  );
};
