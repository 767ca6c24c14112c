import { z } from 'zod';
import { type AppError, appError } from '../../contract/app-error.ts';
import type { AudienceProfile } from '../../contract/models/rehearsal.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock, Log, Ports, ServiceProcess } from '../ports.ts';
import { createRestartPause } from './restart-pause.ts';

/** The rehearsal service's ready line; `secretKey` stays in the main process. */
const readySchema = z.object({
  event: z.literal('ready'),
  rest: z.url(),
  socket: z.url(),
  control: z.url(),
  sdkAppId: z.number().int(),
  secretKey: z.string(),
  admin: z.string(),
  vj: z.string(),
  rooms: z.array(z.string()).min(1),
});
export type RehearsalReady = Readonly<z.infer<typeof readySchema>>;

const notStarted = (detail: string): AppError =>
  appError(
    'unavailable',
    {
      en: `The rehearsal service did not start (${detail}).`,
      'zh-CN': `彩排服务未能启动（${detail}）。`,
    },
    {
      remedy: {
        en: 'Try again. If it happens again, restart Livedeck and look into the log.',
        'zh-CN': '请重试。若仍失败，请重启 Livedeck 并查看日志。',
      },
      retryable: true,
    },
  );

export type RehearsalOptions = { readonly audience: AudienceProfile; readonly seed: number };

type Running = { readonly process: ServiceProcess; readonly ready: RehearsalReady };

/**
 * Starts, steers and ends the local stand-in for the cloud service. One runs at a time. Should it be killed, it is
 * started again on the same port and seed, so that what was signed in finds it again; if it ends again and again, after
 * a growing pause.
 */
export const createRehearsalService = (options: {
  readonly ports: Pick<Ports, 'startRehearsal' | 'fetch'> & {
    readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  };
  readonly log: Log;
  /** It ended unasked and could not be started again. */
  readonly onLost: () => void;
}) => {
  const { log } = options;
  const { clock } = options.ports;
  const pause = createRestartPause(clock.monotonic);
  let running: Running | undefined;
  let retired = false;
  let waiting: NodeJS.Timeout | undefined;
  /** What to start it with again, should it end: the audience may have been changed since. */
  let wish: RehearsalOptions = { audience: 'busy', seed: 0 };

  const launch = async (port: number, { audience, seed }: RehearsalOptions): Promise<Running> => {
    const process = options.ports.startRehearsal([
      ...['--port', String(port), '--json'],
      ...['--seed', String(seed), '--audience', audience],
    ]);
    try {
      return { process, ready: readySchema.parse(JSON.parse(await process.ready)) };
    } catch (error) {
      await process.stop();
      throw error;
    }
  };

  const isWanted = (current: Running) => running === current && !retired;

  const startAgain = async (ended: Running) => {
    const port = Number(new URL(ended.ready.rest).port);
    try {
      const next = await launch(port, wish);
      if (isWanted(ended)) keepAlive(next);
      else await next.process.stop();
    } catch (error) {
      log.error('rehearsal service did not come back', { error: String(error) });
      if (!isWanted(ended)) return;
      running = undefined;
      options.onLost();
    }
  };

  const keepAlive = (current: Running) => {
    running = current;
    current.process.onExit(() => {
      if (!isWanted(current)) return;
      log.warn('rehearsal service ended; starting it again');
      waiting = clock.setTimeout(() => {
        if (isWanted(current)) void startAgain(current);
      }, pause.next());
    });
  };

  const start = async (asked: RehearsalOptions): Promise<Result<RehearsalReady>> => {
    if (running !== undefined) return ok(running.ready);
    wish = asked;
    try {
      const started = await launch(0, wish);
      keepAlive(started);
      return ok(started.ready);
    } catch (error) {
      log.error('rehearsal service did not start', { error: String(error) });
      return err(notStarted(error instanceof Error ? error.name : 'unknown'));
    }
  };

  const setAudience = async (audience: AudienceProfile): Promise<Result<RehearsalReady>> => {
    if (running === undefined) return err(notStarted('not running'));
    const { ready } = running;
    try {
      const answer = await options.ports.fetch(`${ready.control}/audience`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ profile: audience }),
      });
      if (!answer.ok) return err(notStarted(`HTTP ${answer.status}`));
      wish = { ...wish, audience };
      return ok(ready);
    } catch (error) {
      options.log.warn('rehearsal control did not answer', { error: String(error) });
      return err(notStarted('no answer'));
    }
  };

  return {
    start,
    setAudience,
    ready: () => running?.ready,
    /** From now on its end is no accident: Ctrl-C in a terminal reaches every process at once. */
    retire: () => {
      retired = true;
    },
    stop: async () => {
      const ending = running?.process;
      running = undefined;
      if (waiting !== undefined) clock.clearTimeout(waiting);
      await ending?.stop();
    },
  };
};
export type RehearsalService = ReturnType<typeof createRehearsalService>;
