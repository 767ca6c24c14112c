import type { FeedItem } from '../../contract/models/feed-item.ts';

/** An item with nothing of this person left in it, or none. */
export const withoutPerson = (item: FeedItem, userId: string): FeedItem[] => {
  switch (item.kind) {
    case 'join':
    case 'leave': {
      const people = item.people.filter((person) => person.userId !== userId);
      return people.length === 0 ? [] : [{ ...item, people }];
    }
    case 'moderation': {
      const targets = item.targets.filter((person) => person.userId !== userId);
      return item.targets.length > 0 && targets.length === 0 ? [] : [{ ...item, targets }];
    }
    case 'room-changed':
    case 'counter':
    case 'gap':
      return [item];
    default:
      return item.person?.userId === userId ? [] : [item];
  }
};
