import type { Settings } from '../../contract/models/settings.ts';
import { ok } from '../../contract/result.ts';
import { topicNames } from '../../contract/state.ts';
import { writeReport } from '../diagnostics/write-report.ts';
import type { Handlers } from '../router.ts';
import { accountPageHandlers } from './account-handlers.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { historyHandlers, retentionOf } from './history-handlers.ts';
import { obsHandlers } from './obs-handlers.ts';
import { overlayHandlers } from './overlay-handlers.ts';
import { panicHandlers } from './panic-handlers.ts';
import { roomHandlers } from './room-handlers.ts';
import { serviceWordHandlers } from './service-word-handlers.ts';
import type { Services } from './services.ts';
import { wordHandlers } from './word-handlers.ts';

const appHandlers = ({ mirror, settings, ports, history }: Services) =>
  ({
    'state:get': ({ topic }) => ok(mirror.snapshot(topic)),
    'state:all': () => ok(topicNames.map((topic) => ({ topic, ...mirror.snapshot(topic) }))),
    'settings:set': ({ patch }) => {
      const next = { ...settings.get(), ...patch } as Settings;
      settings.set(next);
      history.setRetention(retentionOf(next));
      mirror.patch('settings', patch as Partial<Settings>);
      return ok(next);
    },
    'app:diagnostics': () =>
      ok({ report: writeReport({ ports, mirror, settings: settings.get }), dataDir: ports.dataDir }),
    'app:report-error': ({ message, where }) => {
      ports.log.error('a window met a bug', { message, where });
      return ok({});
    },
  }) satisfies Partial<Handlers>;

const rehearsalHandlers = ({ rehearsal, ports }: Services) =>
  ({
    'rehearsal:start': ({ audience, seed }) =>
      rehearsal.start(audience, seed ?? ports.randomBytes(4).readUInt32BE()),
    'rehearsal:set-audience': ({ audience }) => rehearsal.setAudience(audience),
    'rehearsal:stop': async () => {
      await rehearsal.stop();
      return ok({});
    },
  }) satisfies Partial<Handlers>;

const moderationHandlers = ({ desk }: Services) =>
  ({
    'moderation:act': (input) => desk.act(input),
    'moderation:act-many': (input) => desk.actMany(input),
    'moderation:undo': ({ entryIds }) => desk.undo(entryIds),
    'moderation:retry': ({ entryId }) => desk.retry(entryId),
    'journal:recent': ({ limit }) => desk.recent(limit),
    'journal:find': ({ filter, ...page }) => desk.journal.find(filter, page),
    'journal:names': () => desk.journal.names(),
    'journal:export': (input) => desk.journal.piece(input),
    'journal:verify': () => desk.journal.verify(),
  }) satisfies Partial<Handlers>;

/** A handler for every call of the contract. */
export const createHandlers = (services: Services): Handlers => ({
  ...appHandlers(services),
  ...accountPageHandlers(services),
  ...rehearsalHandlers(services),
  ...roomHandlers(services),
  ...moderationHandlers(services),
  ...overlayHandlers(services),
  ...obsHandlers(services),
  ...panicHandlers(services),
  ...wordHandlers(services),
  ...serviceWordHandlers(services),
  ...historyHandlers(services),
  ...desktopHandlers(services),
});
