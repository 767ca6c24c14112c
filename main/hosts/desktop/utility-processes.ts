import { createInterface } from 'node:readline';
import type { UtilityProcess, utilityProcess } from 'electron';
import type { Channel, ServiceProcess } from '../../core/ports.ts';

type Fork = (typeof utilityProcess)['fork'];

/** `fork` under plain Node is off in the packaged app (fuse `runAsNode`), so children are utility processes. */
const noInspection = { execArgv: [], env: {} };

export const utilityChannel = (fork: Fork, entry: string): Channel => {
  const child: UtilityProcess = fork(entry, [], {
    ...noInspection,
    serviceName: 'Livedeck feed',
    stdio: 'ignore',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('exit', (code) => listener(code));
    },
    kill: () => {
      child.kill();
    },
    pid: () => child.pid,
  };
};

/**
 * A child that prints one line when it is ready. It has no standard input to hold open and needs none: it ends with the
 * browser process.
 */
export const utilityService = (fork: Fork, entry: string, args: readonly string[]): ServiceProcess => {
  const child = fork(entry, [...args], { ...noInspection, serviceName: 'Livedeck rehearsal', stdio: 'pipe' });
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  const ready = new Promise<string>((resolve, reject) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`it ended with code ${code}`)));
  });
  // Whoever awaits `ready` sees the failure; without this an early end would be an unhandled rejection too.
  ready.catch(() => undefined);
  return {
    ready,
    onExit: (listener) => {
      child.once('exit', (code) => listener(code));
    },
    stop: () =>
      new Promise((resolve) => {
        if (gone || !child.kill()) resolve();
        else child.once('exit', () => resolve());
      }),
  };
};
