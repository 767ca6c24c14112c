import type { UserCard } from '../../../../main/contract/models/user-card.ts';
import { type Text, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { clippedText } from '../feed/index.ts';
import { whenText } from '../people/index.ts';

const verdictsText = ({ verdicts }: UserCard, { t }: Text): string =>
  [
    verdicts.flag > 0 ? t('person.flagged', { n: verdicts.flag }) : '',
    verdicts.hold > 0 ? t('person.held', { n: verdicts.hold }) : '',
    verdicts.block > 0 ? t('person.blocked', { n: verdicts.block }) : '',
  ]
    .filter(Boolean)
    .join(' · ');

const strikesText = ({ strikes }: UserCard, { t }: Text): string =>
  (['warnings', 'mutes', 'bans', 'hides', 'recalls'] as const)
    .filter((kind) => strikes[kind] > 0)
    .map((kind) => t(`person.${kind}`, { count: strikes[kind] }))
    .join(' · ');

/** Other names than the one in the heading. */
const Aliases = ({ card, shown }: { readonly card: UserCard; readonly shown: string }) => {
  const { t, language } = useText();
  const { clock } = usePanel();
  const others = card.aliases.filter(({ nick }) => nick !== shown);
  if (others.length === 0) return null;
  return (
    <p className="person-aliases">
      <span className="quiet">{t('person.aliases')} </span>
      {others.map(({ nick, lastSeen }) => (
        <bdi key={nick} title={whenText(lastSeen, clock.now(), language)}>
          {clippedText(nick, 40)}
        </bdi>
      ))}
    </p>
  );
};

const PerRoom = ({ card }: { readonly card: UserCard }) => {
  const { t, number } = useText();
  if (card.rooms.length < 2) return null;
  return (
    <ul className="person-rooms" aria-label={t('person.perRoom')}>
      {card.rooms.slice(0, 8).map((room) => (
        <li key={room.roomKey}>
          <bdi>{room.roomName}</bdi> <span>{number(room.comments)}</span>
        </li>
      ))}
    </ul>
  );
};

/** Since when somebody is known, under which names, how much they said and how often they were acted against. */
export const PersonFacts = ({ card, shown }: { readonly card: UserCard; readonly shown: string }) => {
  const text = useText();
  const { t, language } = text;
  const now = usePanel().clock.now();
  const { firstSeen, lastSeen } = card;
  const verdicts = verdictsText(card, text);
  const strikes = strikesText(card, text);
  return (
    <div className="person-facts">
      {firstSeen === undefined || lastSeen === undefined ? (
        <p className="quiet">{t('person.never')}</p>
      ) : (
        <>
          <p>
            {t('person.counts', {
              count: card.comments,
              rooms: t('person.rooms', { count: card.rooms.length }),
            })}
            {verdicts === '' ? null : <span className="quiet"> · {verdicts}</span>}
          </p>
          <p className="quiet">
            {t('person.since', {
              first: whenText(firstSeen, now, language),
              last: whenText(lastSeen, now, language),
            })}
          </p>
        </>
      )}
      <PerRoom card={card} />
      <Aliases card={card} shown={shown} />
      <p data-strikes={strikes !== ''}>
        {strikes === '' ? (
          <span className="quiet">{t('person.noStrikes')}</span>
        ) : (
          <>
            <span className="quiet">{t('person.strikes')} </span>
            {strikes}
          </>
        )}
      </p>
    </div>
  );
};
