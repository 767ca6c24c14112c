import { Gavel, Gift, Megaphone, TriangleAlert, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FeedItem } from '../../../../main/contract/models/feed-item.ts';
import type { Person } from '../../../../main/contract/models/person.ts';
import { assertNever } from '../../../../main/contract/result.ts';
import { durationText, spanText, timeOfDay, useText } from '../../i18n/index.ts';
import { clippedText, type Dropped, type FeedEvent, isolatedText } from '../feed/index.ts';
import type { MutedUntil } from '../moderation/index.ts';
import { whenText } from '../people/index.ts';
import { Nick, PersonMarks } from './nick.tsx';
import { Avatar, GiftPicture, SentPicture } from './remote-picture.tsx';

type Item<K extends FeedItem['kind']> = Extract<FeedItem, { kind: K }>;

const Quiet = ({ children }: { readonly children: ReactNode }) => <span className="quiet">{children}</span>;

const People = ({ people, muted }: { readonly people: readonly Person[]; readonly muted: MutedUntil }) => {
  const { t } = useText();
  const first = people[0];
  return (
    <>
      {first === undefined ? null : <Nick person={first} />}
      {first === undefined || people.length > 1 ? null : <PersonMarks person={first} muted={muted} />}
      {people.length > 1 ? <Quiet>{t('feed.others', { count: people.length - 1 })}</Quiet> : null}
    </>
  );
};

const GapText = ({ item }: { readonly item: Item<'gap'> }) => {
  const { t, language } = useText();
  const { from, to, cause, recovered } = item;
  const span = spanText(to - from, t);
  const times = `${whenText(from, to, language)}–${timeOfDay(to)}`;
  return (
    <span className="gap-text">
      <Unplug aria-hidden="true" />
      {cause === 'closed' ? (
        <>
          <strong>{t('gap.closed', { span })}</strong>
          <span>{times}</span>
        </>
      ) : (
        <>
          <strong>{recovered ? t('gap.recovered', { span }) : t('gap.blind', { span })}</strong>
          <span>
            {times} · {t(`gap.${cause}`)}
          </span>
        </>
      )}
    </span>
  );
};

const DroppedText = ({ item }: { readonly item: Dropped }) => {
  const { t } = useText();
  return (
    <span className="gap-text">
      <TriangleAlert aria-hidden="true" />
      <strong>{t('feed.dropped', { count: item.count })}</strong>
    </span>
  );
};

const NewsText = ({ item }: { readonly item: Item<'moderation'> }) => {
  const { t } = useText();
  const first = item.targets[0];
  return (
    <span className="quiet news">
      <Gavel aria-hidden="true" />
      {first === undefined ? null : <Nick person={first} />}
      {item.targets.length > 1 ? t('feed.others', { count: item.targets.length - 1 }) : null}
      {t(`news.${item.act}`)}
      {item.seconds === undefined ? null : ` · ${durationText(item.seconds, t)}`}
      {item.by === undefined ? null : ` · ${t('news.by', { nick: isolatedText(item.by.nick, 40) })}`}
    </span>
  );
};

const ChangeText = ({ item }: { readonly item: Item<'room-changed'> }) => {
  const { t } = useText();
  const parts = [
    item.name === undefined ? undefined : t('change.name', { text: isolatedText(item.name, 200) }),
    item.notification === undefined
      ? undefined
      : t('change.notification', { text: isolatedText(item.notification, 200) }),
    item.introduction === undefined
      ? undefined
      : t('change.introduction', { text: isolatedText(item.introduction, 200) }),
  ].filter((part) => part !== undefined);
  return <Quiet>{parts.join(' · ')}</Quiet>;
};

const NoticeText = ({ item }: { readonly item: Item<'notice'> }) => {
  const { t } = useText();
  return (
    <span className="notice-text">
      <Megaphone aria-hidden="true" />
      <span className="unseen">{t('feed.notice')}</span>
      {item.person === undefined ? null : <Nick person={item.person} />}
      <bdi className="words">{clippedText(item.text)}</bdi>
    </span>
  );
};

const GiftText = ({ item, muted }: { readonly item: Item<'gift'>; readonly muted: MutedUntil }) => {
  const { t } = useText();
  return (
    <>
      <Avatar person={item.person} />
      <Nick person={item.person} />
      <PersonMarks person={item.person} muted={muted} />
      <span className="gift-text">
        <GiftPicture url={item.imageUrl} sign={<Gift aria-hidden="true" />} />
        {t('feed.gift', { name: isolatedText(item.name, 80) })}
        {item.count > 1 ? <span className="times">×{item.count}</span> : null}
      </span>
    </>
  );
};

/** Everything in a feed that is not a comment. */
export const EventText = (props: {
  readonly item: Exclude<FeedEvent, { kind: 'comment' }>;
  readonly muted: MutedUntil;
}) => {
  const { t, number } = useText();
  const { item, muted } = props;
  switch (item.kind) {
    case 'like':
      return (
        <>
          <Nick person={item.person} />
          <PersonMarks person={item.person} muted={muted} />
          <Quiet>{t('feed.liked', { count: item.count })}</Quiet>
        </>
      );
    case 'join':
    case 'leave':
      return (
        <>
          <People people={item.people} muted={muted} />
          <Quiet>{item.kind === 'join' ? t('feed.joinedOne') : t('feed.leftOne')}</Quiet>
        </>
      );
    case 'gift':
      return <GiftText item={item} muted={muted} />;
    case 'notice':
      return <NoticeText item={item} />;
    case 'moderation':
      return <NewsText item={item} />;
    case 'room-changed':
      return <ChangeText item={item} />;
    case 'custom':
      return (
        <>
          <Avatar person={item.person} />
          <Nick person={item.person} />
          <Quiet>{item.imageUrl === undefined ? clippedText(item.label, 200) : t('feed.sentPicture')}</Quiet>
          <SentPicture url={item.imageUrl} />
        </>
      );
    case 'counter':
      return (
        <Quiet>{t('feed.counter', { key: isolatedText(item.key, 60), value: number(item.value) })}</Quiet>
      );
    case 'gap':
      return <GapText item={item} />;
    case 'dropped':
      return <DroppedText item={item} />;
    default:
      return assertNever(item);
  }
};
