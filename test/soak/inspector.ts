import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** What a Node process is started with so that it can be looked into; the system chooses the port. */
export const inspectable = { NODE_OPTIONS: '--inspect=0' } as const;

const targetsSchema = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1);
const answerSchema = z.object({ id: z.number(), result: z.object({ usedSize: z.number().optional() }) });

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

/** Heap of a Node process after a collection, MB. Linux only. */
export const heapOfProcess = async (pid: number): Promise<number> => {
  const socket = new WebSocket(await inspectorUrl(pid));
  const ask = (id: number, method: string) =>
    new Promise<number | undefined>((done) => {
      socket.on('message', (data) => {
        const answer = answerSchema.safeParse(JSON.parse(String(data)));
        if (answer.success && answer.data.id === id) done(answer.data.result.usedSize);
      });
      socket.send(JSON.stringify({ id, method }));
    });
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  await ask(1, 'HeapProfiler.collectGarbage');
  const used = await ask(2, 'Runtime.getHeapUsage');
  socket.close();
  return (used ?? 0) / 1_000_000;
};
