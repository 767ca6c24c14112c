import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Whom } from '../people/index.ts';

/** Deletes everything known of a person. There is no undo, so it takes two presses. */
export const PersonForget = ({ whom, done }: { readonly whom: Whom; readonly done: () => void }) => {
  const { t } = useText();
  const { people } = usePanel();
  const [sure, setSure] = useState(false);
  const forget = async () => {
    setSure(false);
    if (await people.forget(whom)) done();
  };
  if (!sure)
    return (
      <button type="button" className="btn small quiet danger person-forget" onClick={() => setSure(true)}>
        <Trash2 aria-hidden="true" />
        {t('person.forget')}
      </button>
    );
  return (
    <div className="person-sure">
      <p>{t('person.forgetSure')}</p>
      <button type="button" className="btn small danger" onClick={() => void forget()}>
        {t('person.forgetYes')}
      </button>
      <button type="button" className="btn small" onClick={() => setSure(false)}>
        {t('common.cancel')}
      </button>
    </div>
  );
};
