import { FlaskConical, LoaderCircle, PlugZap } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import mark from '../../icon.svg';
import { usePanel } from '../../panel-context.tsx';

/** The first thing a person sees: try it with nobody watching, or connect their own app. */
export const FirstStart = () => {
  const { t } = useText();
  const { rehearsal, shell } = usePanel();
  const [starting, setStarting] = useState(false);
  const rehearse = async () => {
    setStarting(true);
    await rehearsal.start();
    setStarting(false);
    shell.setState({ page: 'deck' });
  };
  return (
    <main className="first-start">
      <div className="first-words">
        <img src={mark} width={36} height={36} alt="" />
        <h1>{t('first.title')}</h1>
        <p>{t('first.text')}</p>
      </div>
      <ul className="first-ways">
        <li>
          <button type="button" className="way" disabled={starting} onClick={() => void rehearse()}>
            {starting ? (
              <LoaderCircle className="spin" aria-hidden="true" />
            ) : (
              <FlaskConical aria-hidden="true" />
            )}
            <span className="way-words">
              <strong>{starting ? t('first.starting') : t('first.rehearse')}</strong>
              <span>{t('first.rehearseText')}</span>
            </span>
          </button>
        </li>
        <li>
          <button type="button" className="way" onClick={() => shell.setState({ page: 'accounts' })}>
            <PlugZap aria-hidden="true" />
            <span className="way-words">
              <strong>{t('first.connect')}</strong>
              <span>{t('first.connectText')}</span>
            </span>
          </button>
        </li>
      </ul>
    </main>
  );
};
