import type { ObsStatus } from '../../../../main/contract/models/obs.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';

type Connected = Extract<ObsStatus, { state: 'connected' }>;

const outputsOf = (status: Connected, t: Translate): readonly string[] => [
  ...(status.streaming ? [t('obs.streaming')] : []),
  ...(status.recording ? [t('obs.recording')] : []),
  ...(status.virtualCamera ? [t('obs.virtualCamera')] : []),
];

/** What OBS does now: scene, what of Livedeck is on its picture, who sees it, versions. */
export const ConnectedFacts = ({ status }: { readonly status: Connected }) => {
  const { t } = useText();
  const overlays = useTopic('overlays') ?? {};
  const outputs = outputsOf(status, t);
  const between = t('obs.between');
  const onAir = status.onAir.map((overlayId) => overlays[overlayId]?.name ?? overlayId);
  return (
    <>
      <dl className="facts obs-facts">
        <div>
          <dt>{t('obs.sceneNow')}</dt>
          <dd>
            <bdi>{status.scene === '' ? t('obs.sceneChanging') : status.scene}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('obs.onPicture')}</dt>
          <dd>
            {onAir.length === 0 ? (
              t('obs.onPictureNone')
            ) : (
              <strong className="obs-on-air">
                <span className="picture-lamp" aria-hidden="true" />
                {t('obs.onAirNow')}: <bdi>{onAir.join(between)}</bdi>
              </strong>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('obs.output')}</dt>
          <dd>{outputs.length === 0 ? t('obs.outputNone') : outputs.join(between)}</dd>
        </div>
        <div>
          <dt>{t('obs.versions')}</dt>
          <dd>
            {t('obs.versionsText', {
              obs: status.obsVersion,
              websocket: status.websocketVersion,
              platform: status.platform || '?',
            })}
          </dd>
        </div>
      </dl>
      {status.studioMode ? <p className="obs-note">{t('obs.studioMode')}</p> : null}
    </>
  );
};
