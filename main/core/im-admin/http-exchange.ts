import type { QueueTimer } from './call-queue.ts';
import { readCapped } from './read-capped.ts';
import { classifyFetchFailure, type Trouble, trouble } from './trouble.ts';
import { parseWireJson } from './wire-json.ts';

/** The service's own budget is 3 s, so a client must wait longer (tencent-im A1). */
export const TIME_OUT_MS = 5_000;

export type Answer = Readonly<{ kind: 'answer'; code: number; info: string; body: unknown }>;

/** The clock of whoever answered, ms since the epoch, from its `Date` header. */
export type Exchange = (Answer | Trouble) & Readonly<{ serverTime?: number }>;

export type HttpDeps = Readonly<{ fetch: typeof fetch; clock: QueueTimer }>;

/** One POST, one answer. Never throws and never says the address, for it holds the signature. */
export const exchange = async (
  deps: HttpDeps,
  url: string,
  body: string,
  signal: AbortSignal | undefined,
): Promise<Exchange> => {
  const abort = new AbortController();
  const cancel = (): void => abort.abort('cancelled');
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted === true) cancel();
  const timer = deps.clock.setTimeout(() => abort.abort('timeout'), TIME_OUT_MS);
  try {
    return await post(deps, url, body, abort.signal);
  } catch (failure) {
    if (abort.signal.aborted) return trouble(abort.signal.reason === 'timeout' ? 'timeout' : 'cancelled');
    return classifyFetchFailure(failure);
  } finally {
    deps.clock.clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
};

const post = async (deps: HttpDeps, url: string, body: string, signal: AbortSignal): Promise<Exchange> => {
  const response = await deps.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal,
    // An answer that points elsewhere would take the signature there.
    redirect: 'manual',
    credentials: 'omit',
  });
  const answer = await judge(response);
  const serverTime = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(serverTime) ? answer : { ...answer, serverTime };
};

const judge = async (response: Response): Promise<Exchange> => {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel();
    return trouble('redirect', String(response.status));
  }
  const read = await readCapped(response);
  if (typeof read !== 'string') return read;
  const answer = parseAnswer(read);
  // Every business answer comes with 200 (A1); with another status only a refusal is believed.
  if (answer.kind === 'answer' && (response.status === 200 || answer.code !== 0)) return answer;
  return response.status === 200 ? answer : trouble('status', String(response.status));
};

const parseAnswer = (text: string): Answer | Trouble => {
  const trimmed = text.trimStart();
  try {
    return readEnvelope(parseWireJson(trimmed));
  } catch {
    // JSON that began and does not end was cut on the way; anything else never was JSON.
    return trouble(trimmed.startsWith('{') || trimmed === '' ? 'cut' : 'not-json');
  }
};

const readEnvelope = (body: unknown): Answer | Trouble => {
  if (typeof body !== 'object' || body === null) return trouble('not-json');
  const field = (name: string): unknown => Reflect.get(body, name);
  const code = field('ErrorCode');
  const info = field('ErrorInfo');
  const said = typeof info === 'string' ? info : '';
  if (typeof code === 'number' && Number.isInteger(code)) return { kind: 'answer', code, info: said, body };
  if (code === undefined && field('ActionStatus') === 'OK')
    return { kind: 'answer', code: 0, info: said, body };
  return trouble('not-json');
};
