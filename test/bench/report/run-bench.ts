import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Outcome, outcomeSchema } from '../outcome.ts';

/** The outcome in a benchmark's last line; nothing where it ended before it had one. */
export const outcomeIn = (lastLine: string): Outcome | undefined => {
  if (!lastLine.startsWith('{')) return undefined;
  try {
    return outcomeSchema.parse(JSON.parse(lastLine));
  } catch (error) {
    console.error(`The last line is no outcome: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
};

/** Runs one benchmark in a process of its own, shows what it says, and reads its last line. */
export const runBench = async (file: string, options: readonly string[]) => {
  const began = performance.now();
  const child = spawn(process.execPath, [file, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Pages that a benchmark builds itself are made as those that people get.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = once(child, 'exit');
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    if (line.trim() !== '') last = line;
  }
  const [code] = await ended;
  return { outcome: outcomeIn(last), code: Number(code ?? 1), seconds: (performance.now() - began) / 1000 };
};
