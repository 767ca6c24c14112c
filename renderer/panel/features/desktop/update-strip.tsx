import { Download, TriangleAlert } from 'lucide-react';
import type { UpdateStage } from '../../../../main/contract/models/update.ts';
import { type Text, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';

/** How updates stand, in a sentence. */
const stageText = (now: UpdateStage, { t, local }: Text): string => {
  if (now.stage === 'unavailable') return t(`update.${now.why}`);
  if (now.stage === 'offered' || now.stage === 'ready') return t(`update.${now.stage}`, now.update);
  if (now.stage === 'downloading') return t('update.downloading', { ...now.update, percent: now.percent });
  if (now.stage === 'failed') return local(now.error.text);
  if (now.stage === 'checking') return t('update.checking');
  return now.stage === 'idle' && now.checkedAt > 0 ? t('update.idle') : '';
};

const Step = ({ now, onAir }: { readonly now: UpdateStage; readonly onAir: boolean }) => {
  const { t } = useText();
  const { desktop } = usePanel();
  if (now.stage === 'offered' || (now.stage === 'failed' && now.update !== null))
    return (
      <button type="button" className="btn small" onClick={() => desktop.update('update:download')}>
        {t('update.download')}
      </button>
    );
  if (now.stage !== 'ready') return null;
  if (onAir) return <span className="quiet">{t('update.onAir')}</span>;
  return (
    <button type="button" className="btn small" onClick={() => desktop.update('update:install')}>
      {t('update.install')}
    </button>
  );
};

/** A new version, offered calmly at the top: what is new, what to do, and a way to be left alone. */
export const UpdateStrip = () => {
  const text = useText();
  const { t } = text;
  const { desktop } = usePanel();
  const updates = useTopic('updates');
  const now = updates?.now;
  if (updates === undefined || now === undefined || !('update' in now) || now.update === null) return null;
  const { version, notes } = now.update;
  if (updates.dismissed === version) return null;
  const failed = now.stage === 'failed';
  return (
    <section className="update-strip" aria-label={t('settings.updates')}>
      {failed ? <TriangleAlert aria-hidden="true" /> : <Download aria-hidden="true" />}
      <div className="update-words">
        <strong role="status">{stageText(now, text)}</strong>
        {notes === '' ? null : (
          <details>
            <summary>{t('update.notes')}</summary>
            <p className="update-notes">{notes}</p>
          </details>
        )}
      </div>
      <Step now={now} onAir={updates.onAir} />
      <button type="button" className="btn small" onClick={() => desktop.update('update:dismiss')}>
        {t('update.later')}
      </button>
    </section>
  );
};

/** The same on the settings page, with a way to look now. */
export const UpdateStatus = () => {
  const text = useText();
  const { desktop } = usePanel();
  const updates = useTopic('updates');
  if (updates === undefined) return null;
  const { now } = updates;
  const busy = now.stage === 'checking' || now.stage === 'downloading';
  return (
    <>
      <span className="quiet" role="status">
        {stageText(now, text)}
      </span>
      <Step now={now} onAir={updates.onAir} />
      {now.stage === 'unavailable' ? null : (
        <button
          type="button"
          className="btn small"
          disabled={busy}
          onClick={() => desktop.update('update:check')}
        >
          {text.t('update.check')}
        </button>
      )}
    </>
  );
};
