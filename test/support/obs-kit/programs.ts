import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export type Program = { readonly child: ChildProcess; readonly stop: () => Promise<void> };

/** Ends a program by its own process, and waits until it is gone. */
const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(force);
};

export const asProgram = (child: ChildProcess): Program => ({ child, stop: () => stopChild(child) });

/** Starts a program whose output goes to a file. */
export const startProgram = (
  command: string,
  args: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv;
    readonly logFile: string;
    /** Called with every piece of its output. */
    readonly onOutput?: (text: string) => void;
  },
): Program => {
  const child = spawn(command, args, { env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(options.logFile);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => {
      log.write(piece);
      options.onOutput?.(piece.toString());
    });
  child.once('exit', () => log.end());
  return asProgram(child);
};

/** Resolves when the program has said this; rejects when it ends before. */
export const untilSaid = (
  start: (onOutput: (text: string) => void) => Program,
  words: string,
): Promise<Program> =>
  new Promise((resolve, reject) => {
    let said = '';
    const program = start((text) => {
      said = `${said}${text}`.slice(-20_000);
      if (said.includes(words)) resolve(program);
    });
    program.child.once('error', reject);
    program.child.once('exit', (code) =>
      reject(new Error(`It ended with ${code} before it said "${words}":\n${said}`)),
    );
  });
