import { z } from 'zod';

/** A wrong answer to the next calls of one REST command, or of all. */
const restFaultSchema = z.strictObject({
  kind: z.enum(['server-error', 'malformed', 'half-answer', 'rate-limit', 'code', 'drop']),
  times: z.number().int().min(1).max(1_000_000).default(1),
  /** Path below /v4/, e.g. `group_open_http_svc/send_group_msg`; all commands when absent. */
  command: z.string().optional(),
  /** For `code`: the ErrorCode to answer with. */
  code: z.number().int().min(1).default(60008),
});
export type RestFault = Readonly<z.infer<typeof restFaultSchema>>;

/** A wrong answer to the next requests of one socket command, or of all. */
const socketFaultSchema = z.strictObject({
  /** `silence`: the request is lost. `lost-answer`: it is done, and its answer is lost. */
  kind: z.enum(['code', 'silence', 'lost-answer', 'delay']),
  times: z.number().int().min(1).max(1_000_000).default(1),
  /** e.g. `group_open_http_svc.send_group_msg`; all commands when absent. */
  servcmd: z.string().optional(),
  code: z.number().int().min(1).default(60008),
  info: z.string().default('fault injected by the rehearsal'),
  delayMs: z.number().int().min(0).max(120_000).default(1_000),
});
export type SocketFault = Readonly<z.infer<typeof socketFaultSchema>>;

const delayMs = z.number().int().min(0).max(120_000);

/** All that can be switched at run time. */
export const faultsSchema = z.strictObject({
  restDelayMs: delayMs,
  restJitterMs: delayMs,
  rest: z.array(restFaultSchema).max(100),
  /** New sockets are refused with HTTP 503. */
  refuseSockets: z.boolean(),
  socketDelayMs: delayMs,
  socketJitterMs: delayMs,
  socket: z.array(socketFaultSchema).max(100),
  /** Every poll answer repeats this many of the messages before it. */
  duplicates: z.number().int().min(0).max(1_000),
  /** Now and then a message comes one answer late. */
  outOfOrder: z.boolean(),
  clockSkewMs: z.number().int().min(-31_536_000_000).max(31_536_000_000),
});
type FaultPlan = Readonly<Omit<z.infer<typeof faultsSchema>, 'rest' | 'socket'>> & {
  readonly rest: readonly RestFault[];
  readonly socket: readonly SocketFault[];
};
type FaultPatch = { readonly [K in keyof FaultPlan]?: FaultPlan[K] | undefined };

const noFaults: FaultPlan = {
  restDelayMs: 0,
  restJitterMs: 0,
  rest: [],
  refuseSockets: false,
  socketDelayMs: 0,
  socketJitterMs: 0,
  socket: [],
  duplicates: 0,
  outOfOrder: false,
  clockSkewMs: 0,
};

export type Faults = {
  plan(): FaultPlan;
  /** Replaces the named faults and leaves the others as they are. */
  change(patch: FaultPatch): void;
  takeRest(command: string): RestFault | undefined;
  takeSocket(servcmd: string): SocketFault | undefined;
};

type Counted = { readonly times: number };

/** The first fault that fits, and the list with that one used up by one. */
const take = <F extends Counted>(
  list: readonly F[],
  fits: (fault: F) => boolean,
): readonly [F | undefined, readonly F[]] => {
  const found = list.find(fits);
  if (found === undefined) return [undefined, list];
  const rest = list.flatMap((fault) => {
    if (fault !== found) return [fault];
    return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
  });
  return [found, rest];
};

export const createFaults = (): Faults => {
  let plan = noFaults;
  return {
    plan: () => plan,
    change(patch) {
      // Nothing in a patch is undefined when it comes from JSON; TypeScript cannot know that.
      plan = { ...plan, ...(patch as Partial<FaultPlan>) };
    },
    takeRest(command) {
      const [fault, rest] = take(plan.rest, (each) => (each.command ?? command) === command);
      if (fault !== undefined) plan = { ...plan, rest };
      return fault;
    },
    takeSocket(servcmd) {
      const [fault, socket] = take(plan.socket, (each) => (each.servcmd ?? servcmd) === servcmd);
      if (fault !== undefined) plan = { ...plan, socket };
      return fault;
    },
  };
};

/** A delay with its jitter: between `delay` and `delay + jitter`. */
export const jittered = (delay: number, jitter: number, random: { next(): number }): number =>
  delay === 0 && jitter === 0 ? 0 : delay + random.next() * jitter;
