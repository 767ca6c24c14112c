import { ok } from '../../contract/result.ts';
import type { Handlers } from '../router.ts';
import { given } from './given.ts';
import type { Services } from './services.ts';

export const wordHandlers = ({ words, wordDesks }: Services) =>
  ({
    'words:list': (query) => ok(words.list(query)),
    'words:save': ({ rules }) => {
      const fates = words.book.saveRules(rules);
      return ok({ fates, saved: fates.filter(({ fate }) => fate === 'saved').length });
    },
    'words:remove': ({ ids }) => ok({ removed: words.book.removeRules(ids) }),
    'words:save-group': ({ group }) => words.book.saveGroup(group),
    'words:remove-group': ({ groupId, withRules }) => {
      const removed = words.book.removeGroup(groupId, withRules);
      return removed.ok ? ok({ removed: removed.value }) : removed;
    },
    'words:set-settings': ({ patch }) => ok(words.book.setSettings(given(patch))),
    'words:upload': ({ uploadId, data }) => words.uploads.add(uploadId, data),
    'words:import': (input) => words.lists.import(input),
    'words:undo-import': ({ undoId }) => words.lists.undoImport(undoId),
    'words:import-lines': (query) => words.lists.lines(query),
    'words:export': (query) => ok(words.lists.export(query)),
    'words:starters': () => ok(words.lists.starters()),
    'words:add-starter': ({ id }) => words.lists.addStarter(id),
    'words:try': (input) => wordDesks.trials.try(input),
    'words:dry-run': (input) => wordDesks.trials.dryRun(input),
    'held:decide': ({ ids, decision }) => ok({ results: wordDesks.held.decide(ids, decision) }),
  }) satisfies Partial<Handlers>;
