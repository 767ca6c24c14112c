import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** What a Node process is started with so that it can be looked into; the system chooses the port. */
export const inspectable = { NODE_OPTIONS: '--inspect=0' } as const;

const targetsSchema = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1);
const spacesSchema = z.array(z.object({ space_name: z.string(), space_used_size: z.number() }));
const answerSchema = z.object({
  id: z.number(),
  result: z.object({ result: z.object({ value: z.unknown() }).optional() }),
});

const socketsOf = (pid: number): ReadonlySet<string> =>
  new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch (error) {
        // Files are opened and closed while they are listed.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    }),
  );

/** Ports on which the process listens. */
const portsOf = (pid: number): readonly number[] => {
  const sockets = socketsOf(pid);
  const rows = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  return rows.flatMap((row) => {
    const fields = row.trim().split(/\s+/);
    const listens = fields[3] === '0A' && sockets.has(`socket:[${fields[9]}]`);
    return listens ? [Number.parseInt(fields[1]?.split(':')[1] ?? '', 16)] : [];
  });
};

const inspectorUrl = async (pid: number): Promise<string> => {
  for (const port of portsOf(pid)) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (response) => response.json().catch(() => undefined),
      () => undefined,
    );
    const targets = targetsSchema.safeParse(answer);
    if (targets.success) return targets.data[0]?.webSocketDebuggerUrl ?? '';
  }
  throw new Error(`Process ${pid} cannot be inspected`);
};

/** Where V8 keeps machine code, and bytecode with its tables. */
const CODE_SPACE = /^(?:shared_)?(?:code|trusted)/;
const SPACES = "process.getBuiltinModule('node:v8').getHeapSpaceStatistics()";

/**
 * Heap of a Node process after a collection, MB: objects, and apart from them the code that V8 made of functions, which
 * grows once for each path that has run often enough, and by no more than the program has. Linux only.
 */
export const heapOfProcess = async (
  pid: number,
): Promise<{ readonly dataMb: number; readonly codeMb: number }> => {
  const socket = new WebSocket(await inspectorUrl(pid));
  const ask = (id: number, method: string, params: Readonly<Record<string, unknown>> = {}) =>
    new Promise<unknown>((done) => {
      socket.on('message', (data) => {
        const answer = answerSchema.safeParse(JSON.parse(String(data)));
        if (answer.success && answer.data.id === id) done(answer.data.result.result?.value);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  await ask(1, 'HeapProfiler.collectGarbage');
  const spaces = spacesSchema.parse(
    await ask(2, 'Runtime.evaluate', { expression: SPACES, returnByValue: true }),
  );
  socket.close();
  const sum = (isCode: boolean): number =>
    spaces
      .filter(({ space_name }) => CODE_SPACE.test(space_name) === isCode)
      .reduce((bytes, { space_used_size }) => bytes + space_used_size, 0) / 1_000_000;
  return { dataMb: sum(false), codeMb: sum(true) };
};
