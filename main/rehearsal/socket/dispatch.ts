import { type Answer, done, refuse } from '../answer.ts';
import type { Faults, SocketFault } from '../faults/faults.ts';
import { parseJson } from '../http-body.ts';
import type { World } from '../world.ts';
import { headSchema, type Reply, type SocketCall, type SocketCommand } from './command.ts';
import type { Connection } from './connection.ts';
import { openSession } from './session.ts';

type DispatchParts = {
  readonly world: World;
  readonly faults: Faults;
  readonly commands: ReadonlyMap<string, SocketCommand>;
  /** Hears of requests that the service does not know, which it answers with success. */
  readonly unknown: (servcmd: string) => void;
  /** Hears of a bug in a command; its client gets 10002. */
  readonly onBug: (error: unknown) => void;
};

/** Handles frames of clients. */
type Dispatch = (connection: Connection, text: string) => Promise<void>;

const textOfReply = (reply: Reply): string => ('raw' in reply ? String(reply.raw) : JSON.stringify(reply));

const run = (parts: DispatchParts, call: SocketCall): Reply | Promise<Reply> => {
  const command = parts.commands.get(call.head.servcmd);
  if (command === undefined) {
    parts.unknown(call.head.servcmd);
    return done();
  }
  if (command.open) return command.run(call);
  const session = openSession(call.world, call.head.a2);
  if ('ErrorCode' in session) return session;
  const { account, a2 } = session;
  // Requests come before the login on a new socket (sdk-wire 5.2), and pushes must find their way at once.
  if (!call.world.links.replaced(account.userId, a2.instId)) call.connection.bind(account.userId, a2.instId);
  return command.run({ ...call, account, instId: a2.instId });
};

const runSafely = async (parts: DispatchParts, call: SocketCall): Promise<Reply> => {
  try {
    return await run(parts, call);
  } catch (error) {
    parts.onBug(error);
    return refuse(10002);
  }
};

const faultAnswer = (fault: SocketFault): Answer => ({ ...refuse(fault.code), ErrorInfo: fault.info });

const parse = (
  text: string,
): { readonly head: ReturnType<typeof headSchema.parse>; readonly body: unknown } | undefined => {
  const json = parseJson(text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return undefined;
  const head = headSchema.safeParse('head' in json.value ? json.value.head : undefined);
  return head.success ? { head: head.data, body: 'body' in json.value ? json.value.body : {} } : undefined;
};

export const createDispatch = (parts: DispatchParts): Dispatch => {
  const { world, faults } = parts;
  return async (connection, text) => {
    world.metrics.counts.socketRequests += 1;
    const request = parse(text);
    // A frame without servcmd and seq cannot be answered: there is nothing to match an answer with.
    if (request === undefined) return;
    const { head, body } = request;
    const fault = faults.takeSocket(head.servcmd);
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const reply =
      fault?.kind === 'code' ? faultAnswer(fault) : await runSafely(parts, { world, connection, head, body });
    if (fault?.kind === 'lost-answer') return;
    connection.reply(head.servcmd, head.seq, textOfReply(reply));
  };
};
