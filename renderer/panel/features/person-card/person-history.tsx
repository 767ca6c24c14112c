import type { UserCard } from '../../../../main/contract/models/user-card.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { clippedText } from '../feed/index.ts';
import { whenText } from '../people/index.ts';

/** What a person said in all rooms, newest first, page by page. */
export const PersonHistory = ({ card, more }: { readonly card: UserCard; readonly more: () => void }) => {
  const { t, number, language } = useText();
  const now = usePanel().clock.now();
  const severalRooms = card.rooms.length > 1;
  return (
    <section className="card-part card-grow" aria-label={t('person.comments')}>
      <h3>
        {t('person.comments')}
        <span className="card-count">{number(card.comments)}</span>
      </h3>
      <ul className="person-said">
        {card.page.hits.map(({ item, roomKey, roomName }) => (
          <li key={`${roomKey}:${item.id}`}>
            <time className="quiet">{whenText(item.at, now, language)}</time>
            <span>
              {severalRooms ? <bdi className="quiet">{roomName} · </bdi> : null}
              <bdi>{clippedText(item.text, 240)}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {card.page.cursor === undefined ? null : (
        <button type="button" className="btn small person-more" onClick={more}>
          {t('person.more')}
        </button>
      )}
    </section>
  );
};
