import type { OfferedUpdate, UpdateStage } from '../../contract/models/update.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock, Log, UpdaterPort } from '../ports.ts';
import type { Mirror } from '../state/mirror.ts';
import { cannotUpdate, checkFailed, downloadFailed, nothingOffered, onAirNow } from './problems.ts';

/** The start has better things to do, and a VJ who goes live at once is not to be met by an offer. */
const FIRST_CHECK_MS = 60_000;
const CHECK_EVERY_MS = 6 * 3_600_000;
/** The panel is told of a download's progress in steps. */
const PERCENT_STEP = 2;

type Done = Result<Record<string, never>>;
const done = ok({});

/**
 * New versions: looked for quietly, offered, fetched and installed only when a person says so, and never installed
 * while something is on air.
 */
export const createUpdates = (options: {
  readonly port: UpdaterPort | undefined;
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  readonly log: Log;
  readonly mirror: Mirror;
  /** The setting. Off: nothing is asked of the network until a person asks. */
  readonly wanted: () => boolean;
}) => {
  const { port, clock, log, mirror } = options;
  const why = port === undefined ? 'browser-host' : port.hindrance;
  let timer: NodeJS.Timeout | undefined;

  const now = () => mirror.get('updates').now;
  const go = (stage: UpdateStage) => mirror.patch('updates', { now: stage });
  const offered = (): OfferedUpdate | undefined => {
    const stage = now();
    if (stage.stage === 'offered') return stage.update;
    return stage.stage === 'failed' ? (stage.update ?? undefined) : undefined;
  };

  const idle = () => go(options.wanted() ? { stage: 'idle', checkedAt: clock.now() } : { stage: 'off' });

  const failed = (error: unknown, told: typeof checkFailed, update: OfferedUpdate | null) => {
    log.warn('update failed', { error: error instanceof Error ? error.message : String(error) });
    go({ stage: 'failed', error: told, update });
  };

  const look = async (quietly: boolean): Promise<Done> => {
    if (port === undefined || why !== undefined) return err(cannotUpdate(why ?? 'browser-host'));
    if (['checking', 'downloading', 'ready'].includes(now().stage)) return done;
    go({ stage: 'checking' });
    try {
      const found = await port.check();
      if (found === null) idle();
      else go({ stage: 'offered', update: found });
      return done;
    } catch (error) {
      failed(error, checkFailed, null);
      if (quietly) idle();
      return quietly ? done : err(checkFailed);
    }
  };

  const lookLater = (ms: number) => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = clock.setTimeout(() => {
      lookLater(CHECK_EVERY_MS);
      if (options.wanted() && now().stage !== 'offered') void look(true);
    }, ms);
  };

  if (why !== undefined) go({ stage: 'unavailable', why });
  else {
    if (!options.wanted()) go({ stage: 'off' });
    lookLater(FIRST_CHECK_MS);
  }

  return {
    check: (): Promise<Done> => look(false),
    download: async (): Promise<Done> => {
      const update = offered();
      if (port === undefined || why !== undefined) return err(cannotUpdate(why ?? 'browser-host'));
      if (update === undefined) return err(nothingOffered);
      let told = 0;
      go({ stage: 'downloading', update, percent: 0 });
      try {
        await port.download((percent) => {
          if (percent - told < PERCENT_STEP) return;
          told = percent;
          go({ stage: 'downloading', update, percent: Math.min(100, Math.round(percent)) });
        });
        go({ stage: 'ready', update });
        return done;
      } catch (error) {
        failed(error, downloadFailed, update);
        return err(downloadFailed);
      }
    },
    install: (): Done => {
      if (now().stage !== 'ready' || port === undefined) return err(nothingOffered);
      if (mirror.get('updates').onAir) return err(onAirNow);
      port.install();
      return done;
    },
    dismiss: (): Done => {
      const stage = now();
      const version = 'update' in stage ? (stage.update?.version ?? '') : '';
      mirror.patch('updates', { dismissed: version });
      return done;
    },
    /** Whether something is on air now; while it is, nothing is installed. */
    setOnAir: (onAir: boolean): void => {
      if (mirror.get('updates').onAir !== onAir) mirror.patch('updates', { onAir });
    },
    /** The setting was changed. */
    followWish: (): void => {
      const { stage } = now();
      if (stage === 'idle' && !options.wanted()) go({ stage: 'off' });
      if (stage === 'off' && options.wanted()) go({ stage: 'idle', checkedAt: 0 });
    },
    dispose: (): void => {
      if (timer !== undefined) clock.clearTimeout(timer);
    },
  };
};
export type Updates = ReturnType<typeof createUpdates>;
