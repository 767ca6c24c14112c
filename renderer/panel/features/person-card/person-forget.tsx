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
  const [gone, setGone] = useState<number | undefined>(undefined);
  const forget = async () => {
    setSure(false);
    const rows = await people.forget(whom);
    setGone(rows);
    if (rows !== undefined) done();
  };
  if (!sure)
    return (
      <>
        <p className="person-gone quiet" role="status">
          {gone === undefined ? null : t('person.forgotten', { count: gone })}
        </p>
        <button type="button" className="btn small quiet danger person-forget" onClick={() => setSure(true)}>
          <Trash2 aria-hidden="true" />
          {t('person.forget')}
        </button>
      </>
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
