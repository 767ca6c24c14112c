import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../main/contract/models/feed-item.ts';
import { ok } from '../../../main/contract/result.ts';
import type { Journal } from '../../../main/core/history/journal.ts';
import type { ModerationOptions } from '../../../main/core/moderation/context.ts';
import type { ModerationEffects } from '../../../main/core/moderation/gateway.ts';
import { createModeration } from '../../../main/core/moderation/moderation.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { openTestHistory, silentLog } from '../history/test-history.ts';
import { openTestJournal } from '../history/test-journal.ts';
import { createModelGateway, type ModelGateway } from './model-gateway.ts';

type OneAction = {
  readonly action: Action;
  readonly rooms: readonly RoomKey[];
  readonly reason?: string;
};

export type Shown = { readonly do: 'hide' | 'show'; readonly roomKey: RoomKey; readonly target: unknown };

/** A moderation desk on a real journal and history, a model of the service, and a screen that remembers. */
export const createDesk = (
  options: {
    readonly journal?: Journal;
    readonly model?: ModelGateway;
    readonly clock?: ManualClock;
    readonly actorIn?: (roomKey: RoomKey) => string;
    readonly history?: ReturnType<typeof openTestHistory>['history'];
    readonly onEntry?: ModerationOptions['onEntry'];
  } = {},
) => {
  const fresh = openTestJournal();
  const clock = options.clock ?? fresh.clock;
  const journal = options.journal ?? fresh.journal;
  const history = options.history ?? openTestHistory({ clock }).history;
  const model = options.model ?? createModelGateway(clock.now);
  const screen: Shown[] = [];
  const told: JournalEntry[] = [];
  const effects: ModerationEffects = {
    hide: (roomKey, target) => screen.push({ do: 'hide', roomKey, target }),
    show: (roomKey, target) => screen.push({ do: 'show', roomKey, target }),
  };
  let ids = 0;
  const real = createModeration({
    journal,
    gateway: model.gateway,
    effects,
    hidden: history.hidden,
    clock,
    newId: () => {
      ids += 1;
      return `id-${clock.now()}-${ids}`;
    },
    roomName: (roomKey) => `name of ${roomKey}`,
    actorIn: options.actorIn ?? (() => 'moderator'),
    appOf: () => 1,
    onEntry: (entry, until) => {
      told.push(entry);
      options.onEntry?.(entry, until);
    },
    log: silentLog,
  });
  const moderation = {
    ...real,
    /** One action, as most tests want it. */
    act: ({ action, rooms, reason }: OneAction) =>
      real.act({ acts: [{ action, rooms }], ...(reason === undefined ? {} : { reason }) }),
    actTogether: real.act,
    undo: async (request: Parameters<typeof real.undo>[0]) => {
      const undone = await real.undo(request);
      return undone.ok ? ok(undone.value.entries) : undone;
    },
    undoTogether: real.undo,
  };
  return { moderation, journal, history, model, clock, screen, told };
};
export type Desk = ReturnType<typeof createDesk>;
