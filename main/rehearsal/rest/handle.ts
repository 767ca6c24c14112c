import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, refuse } from '../answer.ts';
import { type Faults, jittered, type RestFault } from '../faults/faults.ts';
import { parseJson, readBody, writeJson } from '../http-body.ts';
import type { World } from '../world.ts';
import { authenticateAdmin } from './authenticate.ts';
import type { RestCommand } from './command.ts';
import type { RateLimit } from './rate-limit.ts';
import { refusedForLiveRooms } from './refused-for-live-rooms.ts';

export type RestParts = {
  readonly world: World;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly commands: ReadonlyMap<string, RestCommand>;
  /** Hears of a bug in a command; the caller gets 10002. */
  readonly onBug: (error: unknown) => void;
};

/** Responses carry this header (tencent-im A1); REST needs a UserSig of the admin, so it opens nothing. */
const headers = { 'access-control-allow-origin': '*' } as const;

const overRate = (command: RestCommand): Answer =>
  refuse(command.perSecond === 200 ? 60007 : 60011, command.path);

const callCommand = async (
  parts: RestParts,
  path: string,
  query: URLSearchParams,
  body: string,
): Promise<Answer> => {
  const operatorId = authenticateAdmin(parts.world, query);
  if (typeof operatorId !== 'string') return operatorId;
  const command = parts.commands.get(path);
  const refusedCode = refusedForLiveRooms.get(path);
  if (command === undefined && refusedCode === undefined) return refuse(60009, path);
  const parsed = parseJson(body);
  if (!parsed.ok) return refuse(60003);
  if (command === undefined) return refuse(refusedCode ?? 10007, 'AVChatRoom does not support this command');
  const fits = !parts.world.settings.restRates || parts.rateLimit.take(path, command.perSecond);
  if (!fits) return overRate(command);
  try {
    return await command.run({ world: parts.world, operatorId }, parsed.value);
  } catch (error) {
    parts.onBug(error);
    return refuse(10002);
  }
};

const faultyAnswer = (fault: RestFault): Answer =>
  fault.kind === 'rate-limit' ? refuse(60007) : refuse(fault.code, 'fault injected by the rehearsal');

/** Answers wrongly on purpose. */
const answerWithFault = (fault: RestFault, response: ServerResponse): void => {
  switch (fault.kind) {
    case 'server-error':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>');
      return;
    case 'malformed':
      writeJson(response, 200, '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,', headers);
      return;
    case 'half-answer':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 200 });
      response.write('{"ActionStatus":"OK","ErrorInfo":', () => response.destroy());
      return;
    case 'drop':
      response.destroy();
      return;
    default:
      writeJson(response, 200, JSON.stringify(faultyAnswer(fault)), headers);
  }
};

/** Answers one call of the admin REST API: business results are HTTP 200 with an ErrorCode (tencent-im A1). */
export const handleRest = async (
  parts: RestParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  parts.world.metrics.counts.restRequests += 1;
  const body = await readBody(request);
  const path = url.pathname.slice('/v4/'.length);
  const { restDelayMs, restJitterMs } = parts.faults.plan();
  const delay = jittered(restDelayMs, restJitterMs, parts.world.random);
  if (delay > 0) await pause(delay);
  const fault = parts.faults.takeRest(path);
  if (fault !== undefined) {
    answerWithFault(fault, response);
    return;
  }
  const isPost = request.method === 'POST' && body !== undefined;
  const answer = isPost
    ? await callCommand(parts, path, url.searchParams, body)
    : refuse(60002, body === undefined ? 'the body is larger than 1 MB' : 'use POST');
  writeJson(response, 200, JSON.stringify(answer), headers);
};
