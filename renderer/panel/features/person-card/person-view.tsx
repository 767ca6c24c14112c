import { Copy, Search, X } from 'lucide-react';
import { personKeyOf } from '../../../../main/contract/room-key.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';
import { Avatar, MarkedWords, Nick, RoleBadge } from '../feed-view/index.ts';
import { PersonSigns, useMark, type Whom } from '../people/index.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonForget } from './person-forget.tsx';
import { PersonHistory } from './person-history.tsx';
import { PersonMutes } from './person-mutes.tsx';
import { PersonNote } from './person-note.tsx';
import { PersonSanctions } from './person-sanctions.tsx';
import { useMutes } from './use-mutes.ts';
import { usePerson } from './use-person.ts';
import { VerdictReasons } from './verdict-reasons.tsx';

/** A comment of any length is shown up to here; the rest can be copied. */
const CARD_TEXT_LIMIT = 4_000;

type ViewProps = { readonly subject: Subject; readonly onClose: () => void };

const Head = ({ subject, onClose }: ViewProps) => {
  const { t } = useText();
  const { search, shell, copy } = usePanel();
  const { person, roomKey } = subject;
  const mark = useMark({ roomKey, userId: person.userId });
  const searchTheirs = () => {
    search.ask({ person, text: '', roomKey: null, days: null });
    shell.setState({ page: 'search' });
  };
  return (
    <header className="card-header">
      <h2>
        <Avatar person={person} />
        <Nick person={person} />
        <RoleBadge role={person.role} />
        <PersonSigns firstTime={false} mark={mark} />
      </h2>
      <button type="button" className="icon-btn small" aria-label={t('card.close')} onClick={onClose}>
        <X aria-hidden="true" />
      </button>
      <p className="card-id">
        <bdi>{person.userId}</bdi>
        <button
          type="button"
          className="icon-btn small"
          aria-label={t('act.copyId')}
          title={t('act.copyId')}
          onClick={() => void copy(person.userId)}
        >
          <Copy aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-btn small"
          aria-label={t('search.onlyThem')}
          title={t('search.onlyThem')}
          onClick={searchTheirs}
        >
          <Search aria-hidden="true" />
        </button>
      </p>
    </header>
  );
};

/** What the history knows: facts, the note, and everything that was said. */
const Known = ({ subject, whom }: { readonly subject: Subject; readonly whom: Whom }) => {
  const { t, local } = useText();
  const { card, error, more, renew } = usePerson(whom);
  const mutes = useMutes(subject);
  return (
    <>
      <PersonMutes mutes={mutes} />
      {card === undefined ? null : (
        <PersonSanctions sanctions={card.sanctions} mutedIn={mutes.map(({ roomKey }) => roomKey)} />
      )}
      {card === undefined ? null : <PersonFacts card={card} shown={subject.person.nick} />}
      <PersonActions subject={subject} />
      {subject.comment === undefined ? null : (
        <section className="card-part">
          <h3>{t('card.comment')}</h3>
          <p className="card-comment">
            <MarkedWords comment={subject.comment} limit={CARD_TEXT_LIMIT} />
          </p>
          <VerdictReasons verdict={subject.comment.verdict} />
        </section>
      )}
      {error === undefined ? null : (
        <p className="card-part person-unread" role="alert">
          <strong>{t('person.unread')}</strong> {local(error.text)}
        </p>
      )}
      {error === undefined || card !== undefined ? (
        <PersonNote whom={whom} kept={card === undefined ? undefined : (card.note?.text ?? '')} />
      ) : null}
      {card === undefined ? null : (
        <>
          <PersonHistory card={card} more={more} />
          <PersonForget whom={whom} done={renew} />
        </>
      )}
    </>
  );
};

/** One person: who it is, what was said just now and before, and what can be done. */
export const PersonView = ({ subject, onClose }: ViewProps) => {
  const { roomKey, person } = subject;
  const whom = { roomKey, userId: person.userId };
  return (
    <>
      <Head subject={subject} onClose={onClose} />
      <Known key={personKeyOf(roomKey, person.userId)} subject={subject} whom={whom} />
    </>
  );
};
