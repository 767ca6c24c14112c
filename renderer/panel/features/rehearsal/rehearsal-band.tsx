import { FlaskConical, Square } from 'lucide-react';
import { audienceProfiles } from '../../../../main/contract/models/rehearsal.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';

/** Says for as long as a rehearsal runs that nobody is watching, and how busy its audience is. */
export const RehearsalBand = () => {
  const { t } = useText();
  const { rehearsal } = usePanel();
  const running = useTopic('rehearsal')?.running;
  if (running === null || running === undefined) return null;
  return (
    <section className="rehearsal-band" aria-label={t('rehearsal.label')}>
      <FlaskConical aria-hidden="true" />
      <strong>{t('rehearsal.band')}</strong>
      <span className="rehearsal-audience">
        <span className="rehearsal-caption" aria-hidden="true">
          {t('rehearsal.audience')}
        </span>
        <Segments
          tight
          label={t('rehearsal.audience')}
          value={running.audience}
          choices={audienceProfiles.map((value) => ({ value, text: t(`rehearsal.${value}`) }))}
          onChoose={rehearsal.setAudience}
        />
        <button type="button" className="btn quiet small" onClick={rehearsal.stop}>
          <Square aria-hidden="true" />
          {t('rehearsal.stop')}
        </button>
      </span>
    </section>
  );
};
