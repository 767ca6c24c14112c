import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { controlCall, ownConnection } from './control-call.ts';

/** The ready line of the rehearsal service. */
export type Ready = {
  readonly rest: string;
  readonly socket: string;
  readonly control: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly admin: string;
  readonly vj: string;
  readonly rooms: readonly string[];
};

export type RestAnswer = {
  readonly ActionStatus?: string;
  readonly ErrorCode: number;
  readonly ErrorInfo: string;
  readonly [field: string]: unknown;
};

export type Rehearsal = Ready & {
  readonly pid: number;
  /** A v2 UserSig of this app, from the vendor's own library, for `lifetimeS` seconds from `issuedAtMs` (now). */
  userSig(userId: string, lifetimeS?: number, issuedAtMs?: number): string;
  /** Calls `/v4/<command>` as the App admin. */
  restCall(command: string, body: unknown): Promise<RestAnswer>;
  /** The URL of a REST call, with changes to its query. */
  restUrl(command: string, query?: Readonly<Record<string, string | undefined>>): string;
  /** POSTs to the control API when a body is given, else GETs. */
  controlCall<T = Record<string, unknown>>(route: string, body?: unknown): Promise<T>;
  /** Ends the process and waits until it is gone. */
  stop(): Promise<void>;
};

const cli = fileURLToPath(new URL('../../main/rehearsal/cli.ts', import.meta.url));

type SigApi = { genSig(userId: string, expire: number, userBuf: null): string };
const vendorSigs = createRequire(import.meta.url)('tls-sig-api-v2') as {
  readonly Api: new (sdkAppId: number, key: string) => SigApi;
};

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('the service has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`the rehearsal service ended before it was ready (code ${child.exitCode})`);
};

const client = (ready: Ready) => {
  const sigs = new vendorSigs.Api(ready.sdkAppId, ready.secretKey);
  const userSig = (userId: string, lifetimeS = 86_400, issuedAtMs = Date.now()): string => {
    const { now } = Date;
    // The library reads the clock itself.
    Date.now = () => issuedAtMs;
    try {
      return sigs.genSig(userId, lifetimeS, null);
    } finally {
      Date.now = now;
    }
  };
  const adminSig = userSig(ready.admin);
  const restUrl = (command: string, changes: Readonly<Record<string, string | undefined>> = {}): string => {
    const url = new URL(`/v4/${command}`, ready.rest);
    const query: Record<string, string | undefined> = {
      sdkappid: String(ready.sdkAppId),
      identifier: ready.admin,
      usersig: adminSig,
      random: '99999',
      contenttype: 'json',
      ...changes,
    };
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, value);
    return url.href;
  };
  return {
    userSig,
    restUrl,
    async restCall(command: string, body: unknown) {
      const response = await fetch(restUrl(command), {
        method: 'POST',
        headers: ownConnection,
        body: JSON.stringify(body),
      });
      return (await response.json()) as RestAnswer;
    },
    controlCall: <T>(route: string, body?: unknown) => controlCall<T>(ready.control, route, body),
  };
};

/** Starts the rehearsal service as a process of its own, as the product does, on a free port. */
export const startRehearsal = async (args: readonly string[] = []): Promise<Rehearsal> => {
  const child = spawn(process.execPath, [cli, '--json', '--with-parent', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = JSON.parse(await firstLine(child)) as Ready;
  const exited = once(child, 'exit');
  return {
    ...ready,
    ...client(ready),
    pid: child.pid ?? -1,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
