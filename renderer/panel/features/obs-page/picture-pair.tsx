import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ExpectedPicture } from './expected-picture.tsx';

/** What OBS should have got beside what it got. */
export const PicturePair = ({ overlayId, at }: { readonly overlayId: string; readonly at: number }) => {
  const { t } = useText();
  const { obs } = usePanel();
  const taken = useStore(obs.state, ({ pictures }) => pictures[overlayId]);
  useEffect(() => obs.loadPicture(overlayId, at), [obs, overlayId, at]);
  return (
    <div className="picture-pair">
      <figure>
        <ExpectedPicture label={t('obs.picture.expectedAlt')} />
        <figcaption>{t('obs.picture.expected')}</figcaption>
      </figure>
      <figure>
        {taken?.at === at ? (
          <img className="picture-frame" src={taken.url} alt={t('obs.picture.takenAlt')} />
        ) : (
          <div className="picture-frame picture-empty" aria-hidden="true" />
        )}
        <figcaption>{t('obs.picture.taken')}</figcaption>
      </figure>
    </div>
  );
};
