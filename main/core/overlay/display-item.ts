import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Person } from '../../contract/models/person.ts';
import type { VerdictLevel } from '../../contract/models/verdict.ts';
import type { OverlayItem } from '../../contract/overlay-protocol.ts';
import { displayText, letterLimits } from './display-text.ts';
import type { OpaqueIds } from './opaque-ids.ts';

/** What the word rules say of a text that has no verdict of its own: a nickname, a gift's name, a notice. */
export type ScreenText = (text: string) => VerdictLevel;

/** A feed item made ready for the picture; it gets its `seq` when it goes on air. */
export type Draft = {
  readonly feedId: string;
  readonly roomKey: RoomKey;
  /** Whose comment or gift it is; empty for everything else. */
  readonly userId: string;
  readonly receivedAt: number;
  readonly level: VerdictLevel;
  readonly item: Omit<OverlayItem, 'seq'>;
};

/** Joins are read as "A, B and 45 others"; more names than this are never shown. */
const namesPerItem = 3;

type Context = { readonly roomKey: RoomKey; readonly ids: OpaqueIds; readonly screen: ScreenText };

const mayShow = (level: VerdictLevel) => level === 'clean' || level === 'flag';

/** A nickname fit to show, or `''`, for which the page says "a viewer". */
const safeNick = (person: Person, screen: ScreenText) => {
  const nick = displayText(person.nick, letterLimits.nick);
  return mayShow(screen(nick)) ? nick : '';
};

const personFields = (person: Person, { roomKey, ids }: Context) => ({
  userKey: ids.userKey(roomKey, person.userId),
  hue: ids.hue(person.userId),
  ...(person.role === 'vj' || person.role === 'admin' ? { role: person.role } : {}),
});

const draft = (
  feedItem: FeedItem,
  level: VerdictLevel,
  context: Context,
  item: Omit<OverlayItem, 'seq' | 'id' | 'room'>,
  part = '',
): Draft => ({
  feedId: feedItem.id,
  roomKey: context.roomKey,
  userId: feedItem.kind === 'comment' || feedItem.kind === 'gift' ? feedItem.person.userId : '',
  receivedAt: feedItem.receivedAt,
  level,
  item: { id: context.ids.itemId(feedItem.id) + part, room: context.ids.room(context.roomKey), ...item },
});

const peopleDrafts = (feedItem: Extract<FeedItem, { people: unknown }>, context: Context): Draft[] => {
  const { kind, people } = feedItem;
  const named = people.slice(0, namesPerItem).map((person, index) =>
    draft(
      feedItem,
      'clean',
      context,
      {
        kind,
        nick: safeNick(person, context.screen),
        text: '',
        count: 1,
        ...personFields(person, context),
      },
      `.${index}`,
    ),
  );
  const rest = people.length - named.length;
  return rest > 0
    ? [...named, draft(feedItem, 'clean', context, { kind, nick: '', text: '', count: rest }, '.+')]
    : named;
};

const textDraft = (
  feedItem: Extract<FeedItem, { kind: 'comment' | 'notice' }>,
  context: Context,
  limit: number,
) => {
  const text = displayText(feedItem.text, limit);
  if (text === '') return [];
  if (feedItem.kind === 'comment') {
    const nick = displayText(feedItem.person.nick, letterLimits.nick);
    const kind = feedItem.danmaku ? 'danmaku' : 'comment';
    const fields = personFields(feedItem.person, context);
    return [draft(feedItem, feedItem.verdict.level, context, { kind, nick, text, ...fields })];
  }
  const { person } = feedItem;
  const from = person
    ? { nick: safeNick(person, context.screen), ...personFields(person, context) }
    : { nick: '' };
  return [draft(feedItem, context.screen(text), context, { kind: 'notice', text, ...from })];
};

/** What of a feed item can go on the picture; nothing for the kinds that are only for the panel. */
export const draftsOf = (feedItem: FeedItem, context: Context): readonly Draft[] => {
  switch (feedItem.kind) {
    case 'comment':
    case 'notice':
      return textDraft(feedItem, context, letterLimits.comment);
    case 'like': {
      const fields = personFields(feedItem.person, context);
      return [
        draft(feedItem, 'clean', context, {
          kind: 'like',
          nick: '',
          text: '',
          count: feedItem.count,
          ...fields,
        }),
      ];
    }
    case 'gift': {
      const name = displayText(feedItem.name, letterLimits.gift);
      const text = mayShow(context.screen(name)) ? name : '';
      const nick = safeNick(feedItem.person, context.screen);
      const fields = personFields(feedItem.person, context);
      return [
        draft(feedItem, 'clean', context, { kind: 'gift', nick, text, count: feedItem.count, ...fields }),
      ];
    }
    case 'join':
    case 'leave':
      return peopleDrafts(feedItem, context);
    default:
      return [];
  }
};

/** The same for the pinned place, which has room for more text. */
export const pinDraftOf = (
  feedItem: Extract<FeedItem, { kind: 'comment' | 'notice' }>,
  context: Context,
): Draft | undefined => {
  const [found] = textDraft(feedItem, context, letterLimits.pin);
  return found && { ...found, item: { ...found.item, kind: 'pin' } };
};
