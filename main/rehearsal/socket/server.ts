import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Faults } from '../faults/faults.ts';
import { createPollFaults } from '../faults/poll-faults.ts';
import { isForLoopback } from '../loopback.ts';
import type { World } from '../world.ts';
import { type Connection, createConnection } from './connection.ts';
import { createDispatch } from './dispatch.ts';
import { createRoomPushes } from './room-pushes.ts';
import { socketCommands } from './table.ts';

/** The socket side of the service: `/binfo` with binary frames, `/info` with text frames. */
export type SocketServer = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Open connections, of one user or of all. */
  connections(userId?: string): readonly Connection[];
  /** Names of requests that were answered with success though nothing is known of them. */
  unknownCommands(): readonly string[];
  dispose(): void;
};

/** A frame of a client is at most a message of 12 KB and its wrapping; this leaves room for telemetry. */
const maxFrameBytes = 1_048_576;

/** Names of unknown requests that are remembered. */
const keepUnknown = 200;

const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const textOfFrame = (data: Buffer | ArrayBuffer | Buffer[]): string => {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
};

type SocketParts = {
  readonly world: World;
  readonly faults: Faults;
  /** Hears of bugs in commands. */
  readonly onBug: (error: unknown) => void;
};

export const createSocketServer = ({ world, faults, onBug }: SocketParts): SocketServer => {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  const open = new Set<Connection>();
  const unknown = new Set<string>();
  const commands = socketCommands(createPollFaults(faults));
  const note = (servcmd: string): void => {
    if (unknown.size < keepUnknown) unknown.add(servcmd);
  };
  const dispatch = createDispatch({ world, faults, commands, unknown: note, onBug });
  const pushes = createRoomPushes(world);

  const accept = (request: IncomingMessage, socket: Duplex, head: Buffer, binary: boolean): void => {
    server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = createConnection({ world, faults, socket: webSocket, binary });
      open.add(connection);
      webSocket.on('message', (data) => {
        dispatch(connection, textOfFrame(data)).catch(onBug);
      });
      // A broken line closes next; there is nothing else to do about it.
      webSocket.on('error', () => webSocket.terminate());
      webSocket.on('close', () => {
        open.delete(connection);
        connection.dispose();
      });
    });
  };

  return {
    upgrade(request, socket, head) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!isForLoopback(request)) refuseUpgrade(socket, '403 Forbidden');
      else if (faults.plan().refuseSockets) refuseUpgrade(socket, '503 Service Unavailable');
      else if (pathname === '/binfo' || pathname === '/info')
        accept(request, socket, head, pathname === '/binfo');
      else refuseUpgrade(socket, '404 Not Found');
    },
    connections: (userId) =>
      [...open].filter((connection) => userId === undefined || connection.link()?.userId === userId),
    unknownCommands: () => [...unknown],
    dispose() {
      pushes.dispose();
      for (const connection of open) connection.drop();
      server.close();
    },
  };
};
