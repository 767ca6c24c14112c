import { timeOfDay, useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';
import { clippedText } from '../feed/index.ts';
import { useSaid } from './use-said.ts';

/** How many of a person's comments are listed; the count above the list tells of all. */
const LISTED = 60;

/** What a person said in this session, over all open rooms of the account. */
export const PersonSaid = ({ subject }: { readonly subject: Subject }) => {
  const { t, number } = useText();
  const rooms = useTopic('rooms') ?? {};
  const accountId = rooms[subject.roomKey]?.accountId;
  const { userId } = subject.person;
  const said = useSaid(accountId, userId);
  const severalRooms = new Set(said.map((one) => one.roomKey)).size > 1;
  return (
    <section className="card-part card-grow" aria-label={t('card.said')}>
      <h3>
        {t('card.said')}
        <span className="card-count">{number(said.length)}</span>
      </h3>
      <ul className="person-said">
        {said.slice(0, LISTED).map(({ comment, roomKey, entry }) => (
          <li key={`${roomKey}:${entry.seq}`}>
            <time className="quiet">{timeOfDay(comment.at)}</time>
            <span>
              {severalRooms ? <bdi className="quiet">{rooms[roomKey]?.name} · </bdi> : null}
              <bdi>{clippedText(comment.text, 240)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
