import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AudienceProfile, createAudience } from './audience/audience.ts';
import { createAudienceDriver } from './audience-driver.ts';
import { createClock } from './clock.ts';
import { createControl } from './control/control.ts';
import { createWorld } from './create-world.ts';
import { createFaults } from './faults/faults.ts';
import { writeJson } from './http-body.ts';
import type { IdentityInput } from './identity.ts';
import { isForLoopback, loopbackHost } from './loopback.ts';
import { handleRest, type RestParts } from './rest/handle.ts';
import { createRateLimit } from './rest/rate-limit.ts';
import { restCommands } from './rest/table.ts';
import { sweepSilent } from './rooms/membership.ts';
import { seedRooms } from './seed-rooms.ts';
import type { Settings } from './settings.ts';
import { createSocketServer } from './socket/server.ts';

export type ServiceOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly identity: IdentityInput;
  readonly audience: AudienceProfile;
  readonly rooms: number;
  readonly settings: Partial<Settings>;
  readonly v1PublicKeys: readonly string[];
  /** Hears of bugs; the service goes on. */
  readonly onBug: (error: unknown) => void;
};

/** What others need to use the service; printed as the ready line. */
export type Ready = {
  readonly event: 'ready';
  readonly rest: string;
  readonly socket: string;
  readonly control: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly admin: string;
  readonly vj: string;
  readonly rooms: readonly string[];
};

type Service = { readonly ready: Ready; dispose(): Promise<void> };

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopbackHost, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });

const sweepEveryMs = 5_000;

/** Starts the service: REST, socket and control API on one loopback port. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const world = createWorld({ ...options, clock: createClock() });
  const rooms = seedRooms(world, options.rooms);
  const faults = createFaults();
  const sockets = createSocketServer({ world, faults, onBug: options.onBug });
  const audience = createAudienceDriver(world, createAudience({ seed: world.identity.seed, roomIds: rooms }));
  const token = randomBytes(24).toString('base64url');
  const control = createControl({ world, faults, sockets, audience });
  const rateLimit = createRateLimit(world.clock.monotonic);
  const restParts: RestParts = { world, faults, rateLimit, commands: restCommands, onBug: options.onBug };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = async (): Promise<void> => {
      if (!isForLoopback(request))
        writeJson(response, 403, '{"error":"this service answers to 127.0.0.1 only"}');
      else if (url.pathname.startsWith('/v4/')) await handleRest(restParts, url, request, response);
      else if (url.pathname.startsWith(`/${token}/`) || url.pathname === `/${token}`) {
        await control.handle(url.pathname.slice(token.length + 1), url, request, response);
      } else writeJson(response, 404, '{"error":"nothing here; REST is below /v4/"}');
    };
    route().catch((error: unknown) => {
      options.onBug(error);
      if (response.headersSent) response.destroy();
      else writeJson(response, 500, '{"error":"a bug in the rehearsal service; see its output"}');
    });
  });
  server.on('upgrade', sockets.upgrade);
  const sweeper = setInterval(() => sweepSilent(world), sweepEveryMs);
  const disposeParts = (): void => {
    clearInterval(sweeper);
    audience.dispose();
    sockets.dispose();
    world.delivery.dispose();
    world.metrics.dispose();
  };

  const port = await listen(server, options.port).catch((error: unknown) => {
    disposeParts();
    throw error;
  });
  audience.setProfile(options.audience);
  const base = `${loopbackHost}:${port}`;
  const { sdkAppId, secretKey, admin, vj } = world.identity;
  return {
    ready: {
      event: 'ready',
      rest: `http://${base}`,
      socket: `ws://${base}`,
      control: `http://${base}/${token}`,
      sdkAppId,
      secretKey,
      admin,
      vj,
      rooms,
    },
    async dispose() {
      disposeParts();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
