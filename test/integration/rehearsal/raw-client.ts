import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Rehearsal } from '../../support/rehearsal.ts';

export type Body = Readonly<Record<string, unknown>>;
type Frame = {
  readonly head: { readonly servcmd: string; readonly seq: number };
  readonly body: Body;
};

/** A client that speaks the socket protocol by hand: for what the SDK would not do, or not so fast. */
export type RawClient = {
  /** Sends a request and waits for its answer; `head` is laid over what a login gave. */
  ask(servcmd: string, body: object, head?: object): Promise<Body>;
  /** Sends without waiting. */
  tell(servcmd: string, body: object): void;
  login(userId: string): Promise<Body>;
  /** The next frame that answers no request. */
  push(servcmd: string): Promise<Body>;
  close(): void;
};

export const openRawClient = async (rehearsal: Rehearsal, path = '/binfo'): Promise<RawClient> => {
  const socket = new WebSocket(`${rehearsal.socket}${path}?sdkappid=${rehearsal.sdkAppId}`);
  await once(socket, 'open');
  const answers = new Map<number, (body: Body) => void>();
  const pushes: Frame[] = [];
  const listeners = new Set<(frame: Frame) => boolean>();
  let seq = 0;
  let head: object = {};

  /** Pushes have a seq of their own, far above that of requests; an answer that nobody waits for is let go. */
  const firstPushSeq = 2_000_000_000;
  const hearPush = (frame: Frame): void => {
    if (frame.head.seq < firstPushSeq) return;
    for (const listener of listeners) if (listener(frame)) return;
    pushes.push(frame);
  };
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    const answer = answers.get(frame.head.seq);
    answers.delete(frame.head.seq);
    if (answer === undefined) hearPush(frame);
    else answer(frame.body);
  });

  const send = (servcmd: string, body: object, more: object): number => {
    seq += 1;
    socket.send(Buffer.from(JSON.stringify({ head: { servcmd, seq, ...head, ...more }, body })));
    return seq;
  };
  const ask = (servcmd: string, body: object, more: object = {}): Promise<Body> =>
    new Promise((resolve) => answers.set(send(servcmd, body, more), resolve));

  return {
    ask,
    tell: (servcmd, body) => {
      send(servcmd, body, {});
    },
    async login(userId) {
      const identity = {
        identifier: userId,
        usersig: rehearsal.userSig(userId),
        sdkappid: rehearsal.sdkAppId,
      };
      const answer = await ask('im_open_status.wslogin', { State: 'Online' }, identity);
      head = { a2: answer.A2Key, tinyid: answer.TinyId };
      return answer;
    },
    push: (servcmd) => {
      const at = pushes.findIndex((frame) => frame.head.servcmd === servcmd);
      const [found] = at === -1 ? [] : pushes.splice(at, 1);
      if (found !== undefined) return Promise.resolve(found.body);
      return new Promise((resolve) => {
        const listener = (frame: Frame): boolean => {
          if (frame.head.servcmd !== servcmd) return false;
          listeners.delete(listener);
          resolve(frame.body);
          return true;
        };
        listeners.add(listener);
      });
    },
    close: () => socket.terminate(),
  };
};
