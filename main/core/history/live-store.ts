import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock, Log } from '../ports.ts';
import { createCheckpoints, type StartCheckpointer } from './checkpoints.ts';
import { historySchema } from './history-schema.ts';
import { createHistoryStore, type HistoryStore, probeHistory } from './history-store.ts';
import {
  IN_MEMORY,
  type OpenedStore,
  openStore,
  removeStore,
  replaceStore,
  type StoreFile,
} from './open-store.ts';
import { rescueMarks } from './rescue.ts';
import { storageError } from './storage-error.ts';

export type LiveStoreOptions = {
  readonly file: string;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly log: Log;
  readonly appOf: (roomKey: RoomKey) => number;
  readonly report: (text: Localized) => void;
  /** Left out, SQLite copies its log into the file by itself, in this thread. */
  readonly startCheckpointer?: StartCheckpointer | undefined;
};

const closed: AppError = appError('not-ready', {
  en: 'The history is closed.',
  'zh-CN': '历史记录已关闭。',
});

/** The open history file. Damage met while it runs is treated as damage at the start: set aside, told, begun anew. */
export const openLiveStore = (options: LiveStoreOptions) => {
  const { clock, log, report } = options;
  const checkpoints =
    options.startCheckpointer === undefined || options.file === IN_MEMORY
      ? undefined
      : createCheckpoints(clock, options.startCheckpointer(options.file));
  const storeFile: StoreFile = {
    file: options.file,
    durability: 'normal',
    checkpointed: checkpoints !== undefined,
    steps: historySchema,
    probe: probeHistory,
    now: clock.now,
    report,
  };

  const begin = ({ db, damaged }: OpenedStore): HistoryStore => {
    if (damaged !== undefined) {
      const rescued = rescueMarks(damaged, db);
      log.warn('history file was damaged', { kept: damaged, rescuedMarks: rescued });
    }
    return createHistoryStore(db, options.appOf, clock.now);
  };

  const first = openStore(storeFile);
  if (!first.ok) return first;
  let store: Result<HistoryStore> = ok(begin(first.value));

  const close = () => {
    checkpoints?.closing();
    if (store.ok) store.value.db.close();
    store = err(closed);
  };

  const take = (opened: Result<OpenedStore>) => {
    store = opened.ok ? ok(begin(opened.value)) : opened;
  };

  return ok({
    /** Runs work on the file; failures of the storage become values. */
    guard: <T>(run: (store: HistoryStore) => T): Result<T> => {
      if (!store.ok) return store;
      try {
        const value = run(store.value);
        checkpoints?.used(store.value.db);
        return ok(value);
      } catch (error) {
        const failure = storageError(error);
        if (failure === undefined) throw error;
        log.error('history storage failed', { code: failure.code, cause: String(error) });
        if (failure.code === 'damaged') {
          close();
          take(replaceStore(storeFile));
        }
        return err(failure);
      }
    },
    /** Waits until the log is not being copied; holds the caller up. */
    settle: () => checkpoints?.settle(),
    /** Deletes the file and begins an empty one. */
    startOver: (): Result<undefined> => {
      close();
      try {
        removeStore(options.file);
      } catch (error) {
        const failure = storageError(error);
        if (failure === undefined) throw error;
        take(openStore(storeFile));
        return err(failure);
      }
      take(openStore(storeFile));
      return store.ok ? ok(undefined) : store;
    },
    close,
  });
};
export type LiveStore = Extract<ReturnType<typeof openLiveStore>, { ok: true }>['value'];
