import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { controlCall } from './control-call.ts';

const root = resolve(import.meta.dirname, '../..');

const readySchema = z.object({
  event: z.literal('ready'),
  host: z.literal('browser'),
  url: z.string(),
  overlayUrl: z.string(),
  rehearsal: z
    .object({
      rest: z.string(),
      socket: z.string(),
      control: z.string(),
      sdkAppId: z.number(),
      vj: z.string(),
      rooms: z.array(z.string()),
    })
    .nullable(),
});
export type Ready = Readonly<z.infer<typeof readySchema>>;

export const temporaryDir = (): string => mkdtempSync(join(tmpdir(), 'livedeck-test-'));

/** What a start that could not go on said, and its exit code. */
export type Ended = { readonly code: number | null; readonly stderr: string; readonly stdout: string };

type Speaker = { readonly roomId?: string; readonly userId?: string; readonly nick?: string };
type Environment = Readonly<Record<string, string>>;

const launch = (args: readonly string[], env: Environment = {}): ChildProcess =>
  spawn(
    process.execPath,
    // What `npm start` runs.
    [
      join(root, 'main/launch/with-own-node.mjs'),
      'main/launch/start.ts',
      ...['--host', 'browser', '--no-open', '--json', ...args],
    ],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, as a terminal gives it.
      detached: process.platform !== 'win32',
    },
  );

const collect = (child: ChildProcess) => {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  return said;
};

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once('exit', (code) => done(code));
  });

/** Starts the browser host as a person would and waits until it ends by itself. */
export const startAndEnd = async (args: readonly string[], env: Environment = {}): Promise<Ended> => {
  const child = launch(args, env);
  const said = collect(child);
  const code = await exitOf(child);
  return { code, ...said };
};

/** Starts the browser host as a real process and waits for its ready line. */
export const startLivedeck = async (args: readonly string[], env: Environment = {}) => {
  const child = launch(args, env);
  const said = collect(child);
  const line = new Promise<string>((done, fail) => {
    if (child.stdout === null) fail(new Error('no standard output'));
    else createInterface({ input: child.stdout }).once('line', done);
    child.once('exit', (code) => fail(new Error(`Livedeck ended with code ${code}: ${said.stderr}`)));
  });
  const ready = readySchema.parse(JSON.parse(await line));
  const rehearsalCall = async <T>(route: string, body?: unknown): Promise<T> => {
    if (ready.rehearsal === null) throw new Error('the rehearsal is not running');
    return controlCall<T>(ready.rehearsal.control, route, body);
  };
  return {
    ready,
    /** Calls the control API of its own rehearsal service. */
    rehearsalCall,
    /** Lets a simulated viewer speak; answers with the code that the service gave. */
    viewerSays: async (text: string, by: Speaker = {}): Promise<number> => {
      const said = { roomId: 'night-show', userId: 'viewer-1', nick: by.userId ?? 'Viewer', ...by, text };
      return (await rehearsalCall<{ readonly code: number }>('say', said)).code;
    },
    pid: child.pid ?? -1,
    stderr: () => said.stderr,
    exited: () => exitOf(child),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** Ctrl-C as a terminal does it: to every process of the group. */
    controlC: async (): Promise<number | null> => {
      if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGINT');
      else process.kill(-child.pid, 'SIGINT');
      return exitOf(child);
    },
    stop: async (): Promise<number | null> => {
      child.kill('SIGINT');
      return exitOf(child);
    },
  };
};
export type Livedeck = Awaited<ReturnType<typeof startLivedeck>>;
