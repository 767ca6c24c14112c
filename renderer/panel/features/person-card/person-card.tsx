import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useKeyText } from '../commands/index.ts';
import { LastActs } from './last-acts.tsx';
import { PersonView } from './person-view.tsx';
import { useSubject } from './use-subject.ts';

/** The right side of the deck: whoever is selected, and what was done last. */
export const PersonCard = () => {
  const { t } = useText();
  const { deck, desk } = usePanel();
  const subject = useSubject();
  const down = useKeyText('down');
  const up = useKeyText('up');
  const over = useStore(deck, (state) => state.card);
  return (
    <aside className="card" data-over={over && subject !== undefined} aria-label={t('card.label')}>
      {subject === undefined ? (
        <div className="card-empty">
          <h2>{t('card.emptyTitle')}</h2>
          <p>{down === '' || up === '' ? t('card.emptyClick') : t('card.emptyText', { down, up })}</p>
        </div>
      ) : (
        <PersonView subject={subject} onClose={desk.leave} />
      )}
      <LastActs />
    </aside>
  );
};
