import { Copy, X } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';
import { MarkedWords, Nick, RoleBadge } from '../feed-view/index.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonMutes } from './person-mutes.tsx';
import { PersonSaid } from './person-said.tsx';
import { VerdictReasons } from './verdict-reasons.tsx';

/** A comment of any length is shown up to here; the rest can be copied. */
const CARD_TEXT_LIMIT = 4_000;

/** One person: who it is, what was said just now and before, and what can be done. */
export const PersonView = ({ subject }: { readonly subject: Subject }) => {
  const { t } = useText();
  const { desk } = usePanel();
  const { person, comment } = subject;
  return (
    <>
      <header className="card-header">
        <h2>
          <Nick person={person} />
          <RoleBadge role={person.role} />
        </h2>
        <button type="button" className="icon-btn small" aria-label={t('card.close')} onClick={desk.leave}>
          <X aria-hidden="true" />
        </button>
        <p className="card-id">
          <bdi>{person.userId}</bdi>
          <button
            type="button"
            className="icon-btn small"
            aria-label={t('act.copyId')}
            title={t('act.copyId')}
            onClick={() => void navigator.clipboard.writeText(person.userId)}
          >
            <Copy aria-hidden="true" />
          </button>
        </p>
      </header>
      <PersonMutes subject={subject} />
      <PersonActions subject={subject} />
      {comment === undefined ? null : (
        <section className="card-part">
          <h3>{t('card.comment')}</h3>
          <p className="card-comment">
            <MarkedWords comment={comment} limit={CARD_TEXT_LIMIT} />
          </p>
          <VerdictReasons verdict={comment.verdict} />
        </section>
      )}
      <PersonSaid subject={subject} />
    </>
  );
};
