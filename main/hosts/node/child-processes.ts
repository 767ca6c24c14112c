import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Channel, ServiceProcess } from '../../core/ports.ts';

/** How long a child may take to end when asked, before it is killed. ms. */
const GRACE_MS = 2000;

const onceGone = (child: ChildProcess, listener: (code: number | null) => void) => {
  let told = false;
  const tell = (code: number | null) => {
    if (told) return;
    told = true;
    listener(code);
  };
  child.once('exit', (code) => tell(code));
  child.once('error', () => tell(null));
};

/** A forked Node child that speaks in messages. */
export const forkChannel = (entry: string): Channel => {
  const child = fork(entry, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' });
  return {
    post: (message) => {
      // A child that is just ending cannot be told anything; its exit is reported by `onExit`.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => onceGone(child, listener),
    kill: () => {
      child.kill('SIGKILL');
    },
    pid: () => child.pid,
  };
};

/**
 * A child that prints one line when it is ready. Its standard input is held open, and `--with-parent` tells it to end with
 * that. Only for children that have an input: Electron's have none.
 */
export const spawnService = (entry: string, args: readonly string[]): ServiceProcess => {
  const child = spawn(process.execPath, [entry, ...args, '--with-parent'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    onceGone(child, (code) => reject(new Error(`it ended with code ${code}`)));
  });
  // Whoever awaits `ready` sees the failure; without this an early end would be an unhandled rejection too.
  ready.catch(() => undefined);
  return {
    ready,
    onExit: (listener) => onceGone(child, listener),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
        onceGone(child, () => {
          clearTimeout(force);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
};
