import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';
import { createConsole, type LivedeckConsole } from '../../core/console.ts';
import type { StartOptions } from '../../launch/options.ts';
import { prepareDataDir } from '../node/data-dir.ts';
import { type DataLock, lockDataDir } from '../node/data-lock.ts';
import { openLog } from '../node/log.ts';
import { survive } from '../node/survive.ts';
import { openAppWindow } from './app-window.ts';
import { findBrowser, hasDisplay } from './find-browser.ts';
import { nodePorts } from './node-ports.ts';
import { createOverlayWindows } from './overlay-windows.ts';
import { type PanelServer, startPanelServer } from './panel-server.ts';
import { bringFirstToFront } from './second-start.ts';
import { readSession, writeSession } from './session-file.ts';

type Start = {
  readonly options: StartOptions;
  readonly root: string;
  readonly say: (line: string) => void;
};

const newSecret = () => randomBytes(24).toString('base64url');

const printJson = (line: Readonly<Record<string, unknown>>) =>
  process.stdout.write(`${JSON.stringify(line)}\n`);

/** The wished port, or the remembered one with any free port as fall-back; a wished port that is taken is an error. */
const listen = async (
  wished: number | undefined,
  remembered: number | undefined,
  serve: (port: number) => Promise<PanelServer>,
): Promise<PanelServer> => {
  try {
    return await serve(wished ?? remembered ?? 0);
  } catch (error) {
    if (wished !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serve(0);
  }
};

const alreadyRunning = async (
  { options, say }: Start,
  dataDir: string,
  other: Parameters<typeof bringFirstToFront>[0],
) => {
  const answered = await bringFirstToFront(other);
  const where = other === undefined ? '' : ` at ${other.url}`;
  say(
    answered
      ? `Livedeck already runs on the data folder ${dataDir}${where}; it was brought to front.`
      : `Livedeck already runs on the data folder ${dataDir}${where}, but does not answer. End it, or choose another with --data-dir DIR.`,
  );
  if (options.json) printJson({ event: 'already-running', url: other?.url ?? null });
  process.exit(answered ? 0 : 1);
};

/** Opens the panel's window, or says where it is when there is nothing to open it with. */
const createOpener = (start: Start, dataDir: string, url: () => string) => {
  const { options, say } = start;
  const browser = findBrowser();
  const hindrance = (): string | undefined => {
    if (!options.open) return '--no-open';
    if (!hasDisplay()) return 'there is no display';
    return browser === undefined ? 'no Chrome, Edge or Chromium was found' : undefined;
  };
  let child: ChildProcess | undefined;
  return {
    open: () => {
      const why = hindrance();
      if (why !== undefined || browser === undefined) {
        say(`Open the panel at ${url()} (${why}).`);
        return;
      }
      const onFailure = (reason: Localized) =>
        say(`The browser did not start (${reason.en}). Open the panel at ${url()}.`);
      child = openAppWindow({ browser, url: url(), dataDir, width: 1440, height: 900, onFailure });
      say(`The panel is at ${url()}.`);
    },
    close: () => child?.kill(),
  };
};

const onEnd = (parts: {
  readonly livedeck: LivedeckConsole;
  readonly server: PanelServer;
  readonly lock: DataLock;
  readonly windows: readonly { readonly close: () => void }[];
}) => {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    for (const window of parts.windows) window.close();
    await parts.server.close();
    await parts.livedeck.dispose();
    parts.lock.release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
};

/** Runs the main process under plain Node, with the panel in this machine's browser. */
export const startBrowserHost = async (start: Start): Promise<void> => {
  const { options, root, say } = start;
  const folder = prepareDataDir(options.dataDir);
  if (!folder.ok) {
    say(folder.text.en);
    process.exit(1);
  }
  const dataDir = folder.path;
  const locked = lockDataDir(dataDir);
  if (!locked.held) {
    await alreadyRunning(start, dataDir, locked.other);
    return;
  }

  const log = openLog(dataDir);
  survive(log);
  const overlayWindows = createOverlayWindows({ dataDir });
  let panelPort = 0;
  const livedeck = await createConsole(nodePorts({ root, dataDir, log, overlayWindows }), {
    // The panel shows the overlays' own page as its preview.
    frameAncestors: () =>
      panelPort === 0 ? [] : [`http://127.0.0.1:${panelPort}`, `http://localhost:${panelPort}`],
  });
  const session = readSession(dataDir);
  const secret = session?.secret ?? newSecret();
  const focus = newSecret();
  let opener: ReturnType<typeof createOpener> | undefined;

  const serve = (port: number) =>
    startPanelServer({
      assets: join(root, 'dist/panel'),
      port,
      secret,
      focusToken: focus,
      router: livedeck.router,
      overlayOrigin: livedeck.overlayOrigin,
      onFocus: () => {
        server.publish('app:focus', {});
        opener?.open();
      },
    });
  let server: PanelServer;
  try {
    server = await listen(options.port, session?.port, serve);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    say(
      code === 'EADDRINUSE'
        ? `Port ${options.port} is taken by another program. Choose another with --port N, or 0 for any free one.`
        : `The panel's port could not be opened (${code ?? String(error)}). Choose another with --port N.`,
    );
    await livedeck.dispose();
    locked.lock.release();
    process.exit(1);
  }

  panelPort = server.port;
  livedeck.onEvent(server.publish);
  writeSession(dataDir, { secret, port: server.port });
  locked.lock.announce({ pid: process.pid, url: server.url, focus });
  opener = createOpener(start, dataDir, () => server.url);
  onEnd({ livedeck, server, lock: locked.lock, windows: [opener, overlayWindows] });

  const rehearsal =
    options.rehearse === undefined ? null : await livedeck.rehearse(options.rehearse, options.seed);
  if (rehearsal !== null && !rehearsal.ok) say(rehearsal.error.text.en);
  if (options.json) {
    printJson({
      event: 'ready',
      host: 'browser',
      url: server.url,
      overlayUrl: livedeck.overlayUrl(),
      rehearsal: livedeck.rehearsalAddresses(),
    });
  }
  opener.open();
};
