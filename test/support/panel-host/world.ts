import type { AppError } from '../../../main/contract/app-error.ts';
import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';
import { desktopStateSchema } from '../../../main/contract/models/desktop.ts';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import type { AudienceProfile } from '../../../main/contract/models/rehearsal.ts';
import type { Room } from '../../../main/contract/models/room.ts';
import { defaultSettings } from '../../../main/contract/models/settings.ts';
import { noUpdatesYet } from '../../../main/contract/models/update.ts';
import { wordSettingsSchema } from '../../../main/contract/models/word-rule.ts';
import type { Topic, TopicValue } from '../../../main/contract/state.ts';
import { initialObsState } from '../../../main/core/obs/open-obs.ts';

export const ACCOUNT = 'rehearsal';
export const roomNames: Readonly<Record<string, string>> = {
  'night-show': 'Night show',
  market: '夜市直播间',
  studio: 'Studio B',
};
export const roomKeyOf = (roomId: string): string => `${ACCOUNT}/${roomId}`;

export type Values = { -readonly [T in Topic]: TopicValue<T> };

export const account: TopicValue<'accounts'>[string] = {
  id: ACCOUNT,
  kind: 'rehearsal',
  label: 'Rehearsal',
  sdkAppId: 1_400_000_001,
  userId: 'vj',
  nick: 'Luna',
  session: { state: 'ready' },
};

export const newRoom = (roomId: string, now: number): Room => ({
  key: roomKeyOf(roomId),
  accountId: ACCOUNT,
  roomId,
  name: roomNames[roomId] ?? roomId,
  ownerId: 'vj',
  connection: { state: 'live', since: now },
  online: 1_204,
  muteAll: false,
  convention: 'plain',
  muted: {},
});

export const rehearsalOf = (audience: AudienceProfile): NonNullable<TopicValue<'rehearsal'>['running']> => ({
  rest: 'http://127.0.0.1:1',
  socket: 'ws://127.0.0.1:2',
  sdkAppId: 1_400_000_001,
  rooms: Object.keys(roomNames),
  audience,
  seed: 7,
});

export const emptyValues = (): Values => ({
  app: {
    version: '0.1.0',
    host: 'browser',
    platform: 'linux',
    firstStart: true,
    offeredPass: '',
    keyProtection: 'none',
    reports: [],
  },
  settings: defaultSettings,
  accounts: {},
  rooms: {},
  rehearsal: { running: null },
  panic: { on: false, since: 0, rooms: [] },
  words: {
    revision: 0,
    count: 0,
    groupCounts: {},
    groups: [],
    settings: wordSettingsSchema.parse({}),
    strict: false,
    loading: false,
  },
  held: {},
  pressure: {},
  serviceWords: {},
  marks: {},
  desktop: desktopStateSchema.parse({}),
  overlayWindows: {},
  updates: noUpdatesYet,
  obs: initialObsState,
  overlays: {
    main: {
      id: 'main',
      name: 'Main',
      clients: [],
      blank: false,
      waiting: 0,
      holdMs: 2000,
      pinned: '',
      port: 9,
    },
  },
});

/** What the stand-in service answers to an action; an error where a test asked for one. */
export type Verdicts = { refuse: (action: Action, roomKey: string) => AppError | undefined };

export const entryFor = (input: {
  readonly id: string;
  readonly at: number;
  readonly action: Action;
  readonly room: Room;
  readonly reason: string;
  readonly original: string | undefined;
  readonly error: AppError | undefined;
}): JournalEntry => ({
  id: input.id,
  at: input.at,
  actor: 'vj',
  roomKey: input.room.key,
  roomName: input.room.name,
  action: input.action,
  reason: input.reason,
  ...(input.original === undefined ? {} : { original: input.original }),
  status: input.error === undefined ? 'done' : 'failed',
  ...(input.error === undefined ? {} : { error: input.error }),
  confirmed: input.error === undefined && (input.action.type === 'mute' || input.action.type === 'mute-all'),
});

export const newsOf = (action: Action, id: string, at: number): FeedItem | undefined => {
  const base = { id: `news-${id}`, at, receivedAt: at };
  if (action.type === 'notice') return { ...base, kind: 'notice', text: action.text };
  if (action.type === 'mute')
    return {
      ...base,
      kind: 'moderation',
      act: 'mute',
      targets: [{ userId: action.userId, nick: action.nick }],
      seconds: action.seconds,
    };
  return undefined;
};
