import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

type Forgotten = { readonly rows: number; readonly people: number };

/** There is no undo for this, so it takes two presses. */
export const ForgetEverything = () => {
  const { t, number } = useText();
  const { people } = usePanel();
  const [state, setState] = useState<'idle' | 'sure' | Forgotten>('idle');
  if (state !== 'sure')
    return (
      <>
        <span role="status">
          {state === 'idle'
            ? null
            : t('settings.forgottenCounts', { rows: number(state.rows), people: number(state.people) })}
        </span>
        <button type="button" className="btn small danger" onClick={() => setState('sure')}>
          {t('settings.forgetButton')}
        </button>
      </>
    );
  const forget = async () => setState((await people.forgetEverybody()) ?? 'idle');
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
