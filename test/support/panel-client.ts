import { WebSocket } from 'ws';
import type { CallName } from '../../main/contract/calls.ts';
import type { EventName } from '../../main/contract/events.ts';

type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string } };
type Heard = { readonly event: EventName; readonly payload: unknown };

/** Opens the panel's address as a browser would and returns the session cookie. */
export const enter = async (url: string): Promise<string> => {
  const answer = await fetch(url, { redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

/** A panel without a page: the same socket, calls and events that the real one uses. */
export const connectPanel = async (url: string) => {
  const origin = new URL(url).origin;
  const cookie = await enter(url);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/panel-socket`, {
    origin,
    headers: { cookie },
  });
  const heard: Heard[] = [];
  const answers = new Map<number, (answer: Answer) => void>();
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString()) as { id?: number; result?: Answer } & Partial<Heard>;
    if (frame.id !== undefined && frame.result !== undefined) answers.get(frame.id)?.(frame.result);
    else heard.push(frame as Heard);
    for (const check of [...waiting]) check();
  });
  await new Promise((done, fail) => {
    socket.once('open', done);
    socket.once('error', fail);
  });
  let ids = 0;
  return {
    socket,
    heard,
    call: (call: CallName | string, input: unknown): Promise<Answer> => {
      ids += 1;
      const id = ids;
      return new Promise((done) => {
        answers.set(id, done);
        socket.send(JSON.stringify({ id, call, input }));
      });
    },
    until: <T>(find: (heard: readonly Heard[]) => T | undefined): Promise<T> =>
      new Promise((done) => {
        const check = () => {
          const found = find(heard);
          if (found === undefined) return;
          waiting.delete(check);
          done(found);
        };
        waiting.add(check);
        check();
      }),
    close: () => socket.close(),
  };
};
export type PanelClient = Awaited<ReturnType<typeof connectPanel>>;
