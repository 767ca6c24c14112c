import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** There is no undo for this, so it takes two presses. */
export const ForgetEverything = () => {
  const { t } = useText();
  const { people } = usePanel();
  const [state, setState] = useState<'idle' | 'sure' | 'done'>('idle');
  if (state !== 'sure')
    return (
      <>
        <span role="status">{state === 'done' ? t('settings.forgotten') : null}</span>
        <button type="button" className="btn small danger" onClick={() => setState('sure')}>
          {t('settings.forgetButton')}
        </button>
      </>
    );
  const forget = async () => setState((await people.forgetEverybody()) ? 'done' : 'idle');
  return (
    <>
      <button type="button" className="btn small danger" onClick={() => void forget()}>
        {t('settings.forgetYes')}
      </button>
      <button type="button" className="btn small" onClick={() => setState('idle')}>
        {t('common.cancel')}
      </button>
    </>
  );
};
