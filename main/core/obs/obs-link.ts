import type { ObsSource, ObsStatus } from '../../contract/models/obs.ts';
import { err } from '../../contract/result.ts';
import type { Clock, Log } from '../ports.ts';
import { type ObsVersion, versionAnswer } from './answers.ts';
import { type LinkProblem, unreachable } from './link-problems.ts';
import { type ObsRequest, type ObsSession, openObsSession } from './obs-session.ts';
import { createProgramWatch, darkProgramme, type ProgramWatch } from './program-watch.ts';
import { notConnected } from './request-problems.ts';

/** OBS may be started long after Livedeck, and should then be found at once; asking a closed port costs nothing. */
const firstRetryMs = 500;
const lastRetryMs = 5_000;

export type ObsLinkOptions = {
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  readonly log: Log;
  /** Read anew at every attempt. */
  readonly connectTo: () => { readonly address: string; readonly port: number };
  readonly password: () => string | undefined;
  /** Finds all of the overlays' sources in OBS, under whatever names they have there now. */
  readonly findSources: (request: ObsRequest) => Promise<readonly ObsSource[]>;
  readonly onStatus: (status: ObsStatus) => void;
};

export type ObsLink = {
  readonly status: () => ObsStatus;
  /** Connects, and stays connected. When it is under way or waits already, it tries again now. */
  readonly connect: () => void;
  readonly disconnect: () => void;
  readonly request: ObsRequest;
  /** Resolves when it is known how the present attempt to connect went. */
  readonly settled: () => Promise<void>;
  /** What OBS said of itself; `undefined` while not connected. */
  readonly version: () => ObsVersion | undefined;
  /** Asks again what is on air, and waits for it. */
  readonly refresh: () => Promise<void>;
  readonly dispose: () => void;
};

type Live = { readonly session: ObsSession; readonly version: ObsVersion; readonly watch: ProgramWatch };

/** The one connection to OBS: opened when asked, kept up whoever starts first, and never in anybody's way. */
export const createObsLink = (options: ObsLinkOptions): ObsLink => {
  const { clock, log, onStatus } = options;
  let status: ObsStatus = { state: 'off' };
  let live: Live | undefined;
  let retry: NodeJS.Timeout | undefined;
  /** Aborted when what is under way has become void. */
  let turn = new AbortController();
  let logged: ObsStatus['state'] = 'off';
  const waiting: (() => void)[] = [];

  const tell = (next: ObsStatus): void => {
    // Retries come every few seconds while OBS is not running; the log hears of it once.
    if (next.state !== 'connecting' && next.state !== logged) {
      logged = next.state;
      log.info('OBS connection', { state: next.state });
    }
    status = next;
    if (next.state !== 'connecting') for (const settle of waiting.splice(0)) settle();
    onStatus(next);
  };

  const letGo = (): void => {
    turn.abort();
    turn = new AbortController();
    if (retry !== undefined) clock.clearTimeout(retry);
    retry = undefined;
    live?.watch.dispose();
    live?.session.close();
    live = undefined;
  };

  const fail = (problem: LinkProblem, attempt: number): void => {
    letGo();
    if (problem.why !== 'lost') {
      tell({ state: 'refused', why: problem.why, error: problem.error });
      return;
    }
    const wait = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(attempt - 1, 10));
    tell({ state: 'unreachable', error: problem.error, attempt, retryAt: clock.now() + wait });
    retry = clock.setTimeout(() => void open(attempt + 1), wait);
  };

  const goLive = (session: ObsSession, version: ObsVersion): void => {
    const connected = {
      state: 'connected',
      obsVersion: version.obsVersion,
      websocketVersion: version.obsWebSocketVersion,
      platform: version.platform,
      asksPassword: session.asksPassword,
    } as const;
    const watch = createProgramWatch({
      clock,
      session,
      findSources: () => options.findSources(session.request),
      onChange: (programme) => tell({ ...connected, ...programme }),
      onSilence: () => fail(unreachableNow(), 1),
    });
    live = { session, version, watch };
    tell({ ...connected, ...darkProgramme });
    void watch.look();
  };

  const unreachableNow = (): LinkProblem => {
    const { address, port } = options.connectTo();
    return unreachable(address, port);
  };

  const open = async (attempt: number): Promise<void> => {
    letGo();
    const { signal } = turn;
    tell({ state: 'connecting', attempt });
    const opened = await openObsSession({
      clock,
      ...options.connectTo(),
      password: options.password(),
      signal,
      onEvent: () => live?.watch.stir(),
      onEnd: (problem) => fail(problem, 1),
    });
    if (signal.aborted) return;
    if (!opened.ok) {
      fail(opened.error, attempt);
      return;
    }
    const session = opened.value;
    const version = await session.request('GetVersion', undefined, versionAnswer);
    if (signal.aborted) return;
    if (version.ok) {
      goLive(session, version.value);
      return;
    }
    session.close();
    fail({ why: 'lost', error: version.error }, attempt);
  };

  return {
    status: () => status,
    connect: () => void open(1),
    disconnect: () => {
      letGo();
      tell({ state: 'off' });
    },
    request: async (type, data, answer) =>
      live === undefined ? err(notConnected) : live.session.request(type, data, answer),
    settled: () =>
      status.state === 'connecting'
        ? new Promise((resolve) => {
            waiting.push(resolve);
          })
        : Promise.resolve(),
    version: () => live?.version,
    refresh: async () => live?.watch.look(),
    dispose: () => {
      letGo();
      for (const settle of waiting.splice(0)) settle();
    },
  };
};
