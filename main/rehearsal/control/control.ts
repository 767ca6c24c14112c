import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { AudienceDriver } from '../audience-driver.ts';
import type { Faults } from '../faults/faults.ts';
import { parseJson, readBody, writeJson } from '../http-body.ts';
import type { SocketServer } from '../socket/server.ts';
import type { World } from '../world.ts';
import { controlRoutes } from './routes.ts';

export type ControlParts = {
  readonly world: World;
  readonly faults: Faults;
  readonly sockets: SocketServer;
  readonly audience: AudienceDriver;
};

/** One thing that can be asked of the control API. */
export type ControlRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** One line for the list that `GET /` gives. */
  readonly about: string;
  run(parts: ControlParts, body: unknown): unknown;
};

/** Thrown nowhere: what a route answers when the body does not fit. */
type BadRequest = { readonly error: string };

/** The steering wheel of the rehearsal, behind a secret path; it answers JSON. */
type Control = {
  handle(path: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void>;
};

const isBad = (value: unknown): value is BadRequest =>
  typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string';

export const explain = (error: z.ZodError): BadRequest => ({
  error: error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
});

const index = (): unknown => ({
  routes: controlRoutes.map(({ method, path, about }) => ({ method, path: `/${path}`, about })),
});

const bodyOf = async (
  request: IncomingMessage,
): Promise<{ readonly ok: boolean; readonly value?: unknown }> => {
  if (request.method !== 'POST') return { ok: true, value: {} };
  const text = await readBody(request);
  return text === undefined ? { ok: false } : parseJson(text === '' ? '{}' : text);
};

export const createControl = (parts: ControlParts): Control => ({
  async handle(path, _url, request, response) {
    const name = path.replace(/^\/+|\/+$/g, '');
    const body = await bodyOf(request);
    const answer = (status: number, value: unknown): void =>
      writeJson(response, status, JSON.stringify(value));
    if (name === '') return answer(200, index());
    const named = controlRoutes.filter((route) => route.path === name);
    const route = named.find((each) => each.method === request.method);
    if (named.length === 0) return answer(404, { error: `no route ${name}; GET / lists them` });
    if (route === undefined)
      return answer(405, { error: `use ${named.map(({ method }) => method).join(' or ')}` });
    if (!body.ok) return answer(400, { error: 'the body is not JSON, or larger than 1 MB' });
    const result: unknown = await route.run(parts, body.value);
    return answer(isBad(result) ? 400 : 200, result);
  },
});
