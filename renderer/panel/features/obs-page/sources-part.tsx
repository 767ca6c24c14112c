import type { ObsSettings, ObsStatus } from '../../../../main/contract/models/obs.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { SourceRow } from './source-row.tsx';

type Connected = Extract<ObsStatus, { state: 'connected' }>;

/** Where "Add to OBS" puts things. A scene that OBS does not have any more stays on the list until another is chosen. */
const SceneChoice = (props: { readonly scenes: readonly string[]; readonly chosen: string | null }) => {
  const { t } = useText();
  const { obs } = usePanel();
  const { scenes, chosen } = props;
  const gone = chosen !== null && !scenes.includes(chosen);
  return (
    <label className="obs-scene">
      <span>{t('obs.scene')}</span>
      <select
        className="field obs-choice"
        value={chosen === null ? '' : `=${chosen}`}
        onChange={(event) => {
          const { value } = event.currentTarget;
          obs.configure({ scene: value === '' ? null : value.slice(1) });
        }}
      >
        <option value="">{t('obs.sceneOnAir')}</option>
        {gone ? <option value={`=${chosen}`}>{t('obs.sceneGone', { scene: chosen })}</option> : null}
        {scenes.map((scene) => (
          <option key={scene} value={`=${scene}`}>
            {scene}
          </option>
        ))}
      </select>
      {gone ? (
        <span className="form-words" data-wrong="true">
          {t('obs.sceneGoneText')}
        </span>
      ) : null}
    </label>
  );
};

const WayChoice = ({ settings }: { readonly settings: ObsSettings }) => {
  const { t } = useText();
  const { obs } = usePanel();
  return (
    <details className="form-more obs-more">
      <summary>{t('obs.more')}</summary>
      <div className="obs-way">
        <span>{t('obs.way')}</span>
        <Segments
          label={t('obs.way')}
          value={settings.way ?? 'auto'}
          choices={(['auto', 'browser', 'window'] as const).map((value) => ({
            value,
            text: t(`obs.way.${value}`),
          }))}
          onChoose={(value) => obs.configure({ way: value === 'auto' ? null : value })}
        />
      </div>
      <p className="form-note">{t('obs.wayHint')}</p>
      <label className="obs-way">
        <span>{t('obs.inputName')}</span>
        <input
          key={settings.inputName}
          className="field"
          defaultValue={settings.inputName}
          maxLength={100}
          spellCheck={false}
          onBlur={(event) => {
            const inputName = event.currentTarget.value.trim();
            if (inputName === '') event.currentTarget.value = settings.inputName;
            else if (inputName !== settings.inputName) obs.configure({ inputName });
          }}
        />
      </label>
      <p className="form-note">{t('obs.inputNameHint')}</p>
    </details>
  );
};

/** Each overlay, whether it is in OBS, and the button that puts it there or right. */
export const SourcesPart = (props: { readonly status: Connected; readonly settings: ObsSettings }) => {
  const { t } = useText();
  const { status, settings } = props;
  const overlays = Object.values(useTopic('overlays') ?? {});
  return (
    <section className="obs-part" aria-labelledby="obs-sources">
      <div className="part-head">
        <h2 id="obs-sources">{t('obs.sources')}</h2>
        <SceneChoice scenes={status.scenes} chosen={settings.scene} />
      </div>
      <ul className="obs-sources">
        {overlays.map((overlay) => (
          <SourceRow key={overlay.id} overlay={overlay} status={status} />
        ))}
      </ul>
      <WayChoice settings={settings} />
    </section>
  );
};
