import { useState } from 'react';
import type { ObsWindow } from '../../../../main/contract/models/obs.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote, useTask } from '../accounts-page/index.ts';

/** The windows that OBS can capture, for when it does not find the overlay's by its title. */
export const WindowPick = ({ overlayId }: { readonly overlayId: string }) => {
  const { t } = useText();
  const { bridge, obs } = usePanel();
  const [windows, setWindows] = useState<readonly ObsWindow[]>();
  const [chosen, setChosen] = useState(0);
  const task = useTask();
  const load = async () => {
    const answer = await task.run(() => bridge.call('obs:windows', { overlayId }));
    if (answer !== undefined) setWindows(answer.windows);
  };
  const window = windows?.[chosen];
  return (
    <div className="obs-windows">
      {windows === undefined ? (
        <button type="button" className="btn small" disabled={task.busy} onClick={() => void load()}>
          {t('obs.windows.ask')}
        </button>
      ) : (
        <>
          <select
            className="field obs-windows-list"
            aria-label={t('obs.windows.label')}
            value={chosen}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {windows.map(({ name, value }, index) => (
              <option key={String(value)} value={index}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="btn small"
            disabled={window === undefined}
            onClick={() => window !== undefined && obs.add(overlayId, window.value)}
          >
            {t('obs.windows.take')}
          </button>
          {windows.length === 0 ? <p className="form-note">{t('obs.windows.none')}</p> : null}
        </>
      )}
      <ErrorNote error={task.error} />
    </div>
  );
};
