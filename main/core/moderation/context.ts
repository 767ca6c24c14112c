import type { JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { HiddenStore } from '../history/history.ts';
import type { Journal } from '../history/journal.ts';
import type { Until } from '../history/journal-events.ts';
import type { Clock, Log } from '../ports.ts';
import type { ModerationEffects, ModerationGateway } from './gateway.ts';
import type { Screen } from './screen.ts';

export type ModerationOptions = {
  readonly journal: Journal;
  readonly gateway: ModerationGateway;
  readonly effects: ModerationEffects;
  /** Where it is remembered what is hidden; the history has one. */
  readonly hidden: HiddenStore;
  readonly clock: Pick<Clock, 'now' | 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  /** A new ID each time, unique for ever. */
  readonly newId: () => string;
  readonly roomName: (roomKey: RoomKey) => string;
  /** Who acts in a room: the user of the account it is open under; `''` where that is closed. */
  readonly actorIn: (roomKey: RoomKey) => string;
  /** SDKAppID of a room's account. */
  readonly appOf: (roomKey: RoomKey) => number;
  /** An entry is new or has changed; windows are told. `until`: the end of the mute or ban that came of it. */
  readonly onEntry: (entry: JournalEntry, until?: Until) => void;
  readonly log: Log;
};

/** What the parts of moderation share. */
export type ModerationContext = Omit<ModerationOptions, 'effects' | 'hidden'> & {
  readonly screen: Screen;
  /** Entries that are on their way now, by ID. */
  readonly underWay: Map<string, Promise<JournalEntry>>;
};
