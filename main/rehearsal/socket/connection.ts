import type { WebSocket } from 'ws';
import { type Faults, jittered } from '../faults/faults.ts';
import type { Link } from '../presence/links.ts';
import type { World } from '../world.ts';

/** One open socket. It is bound to a user by a login, or by a request that shows a valid key (sdk-wire 1). */
export type Connection = {
  /** Answers a request: the SDK matches servcmd and seq (sdk-wire 1 "reply"). */
  reply(servcmd: string, seq: number, body: string): void;
  bind(userId: string, instId: number): Link;
  unbind(): void;
  link(): Link | undefined;
  /** Cuts the line without a closing handshake. */
  drop(): void;
  dispose(): void;
};

type ConnectionParts = {
  readonly world: World;
  readonly faults: Faults;
  readonly socket: WebSocket;
  /** `/binfo` takes binary frames, `/info` (devMode) text frames. */
  readonly binary: boolean;
};

export const createConnection = ({ world, faults, socket, binary }: ConnectionParts): Connection => {
  const timers = new Set<NodeJS.Timeout>();
  let link: Link | undefined;
  let lastDue = 0;
  let pushes = 0;

  const write = (text: string): void => {
    if (socket.readyState === socket.OPEN) socket.send(binary ? Buffer.from(text) : text, { binary });
  };

  /** Delayed frames keep their order, as they would on a real line. */
  const send = (text: string): void => {
    const { socketDelayMs, socketJitterMs } = faults.plan();
    const delay = jittered(socketDelayMs, socketJitterMs, world.random);
    const now = world.clock.monotonic();
    lastDue = Math.max(lastDue, now + delay);
    if (lastDue <= now) {
      write(text);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      write(text);
    }, lastDue - now);
    timers.add(timer);
  };

  const frame = (servcmd: string, seq: number, body: string): string =>
    `{"head":{"servcmd":${JSON.stringify(servcmd)},"seq":${seq}},"body":${body}}`;

  const unbind = (): void => {
    if (link !== undefined) world.links.remove(link);
    link = undefined;
  };

  return {
    reply: (servcmd, seq, body) => send(frame(servcmd, seq, body)),
    link: () => link,
    unbind,
    bind(userId, instId) {
      if (link?.userId === userId && link.instId === instId) return link;
      unbind();
      link = {
        userId,
        instId,
        since: world.clock.monotonic(),
        push(servcmd, body) {
          // Requests count up from a random number below 1e8; a push must not look like an answer to one.
          pushes += 1;
          send(frame(servcmd, 2_000_000_000 + pushes, body));
        },
      };
      world.links.add(link);
      return link;
    },
    drop() {
      socket.terminate();
    },
    dispose() {
      unbind();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
