import { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import { readCapped } from '../im-admin/read-capped.ts';
import { classifyFetchFailure } from '../im-admin/trouble.ts';
import type { Clock } from '../ports.ts';
import { endpointProblems } from './endpoint-problems.ts';
import { readUserSig } from './user-sig-claims.ts';
import type { IssueRequest } from './user-sig-source.ts';

/** A UserSig is under 1 KB; with what a back-end may put around it, this is plenty. */
const MAX_ANSWER_BYTES = 16 * 1024;
const TIME_OUT_MS = 8_000;

export type UserSigEndpoint = Readonly<{
  sdkAppId: number;
  /** `{userId}` and `{sdkAppId}` are filled in; without them they go as `userId` and `sdkAppId` of the query. */
  url: string;
  /** The header with its secret value, read at each request. */
  header: () => Promise<Result<Readonly<{ name: string; value: string }> | undefined>>;
  fetch: typeof fetch;
  clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
}>;

const sig = z.string().min(1);
const named = z.union([
  z.object({ userSig: sig }).transform((one) => one.userSig),
  z.object({ usersig: sig }).transform((one) => one.usersig),
  z.object({ UserSig: sig }).transform((one) => one.UserSig),
  z.object({ user_sig: sig }).transform((one) => one.user_sig),
]);
/** `{userSig}`, the same inside `data`, or a JSON string. */
const answerSchema = z.union([named, z.object({ data: named }).transform((one) => one.data), sig]);

/** The address to ask for one user. */
const addressFor = ({ url, sdkAppId }: UserSigEndpoint, userId: string): string => {
  if (url.includes('{userId}'))
    return url.replaceAll('{userId}', encodeURIComponent(userId)).replaceAll('{sdkAppId}', String(sdkAppId));
  const address = new URL(url);
  address.searchParams.set('userId', userId);
  address.searchParams.set('sdkAppId', String(sdkAppId));
  return address.href;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A bare UserSig is no JSON.
    return text;
  }
};

/** The UserSig in an answer: it must be readable, of this user and app, and still good. */
const readAnswer = (
  text: string,
  { sdkAppId }: UserSigEndpoint,
  { userId, now }: IssueRequest,
): Result<string> => {
  const parsed = answerSchema.safeParse(parseJson(text.trim()));
  const claims = parsed.success ? readUserSig(parsed.data)?.claims : undefined;
  if (!parsed.success || claims === undefined) return err(endpointProblems.notAUserSig());
  if (claims.sdkAppId !== sdkAppId || claims.userId !== userId) return err(endpointProblems.otherIdentity());
  return claims.expiresAt > now ? ok(parsed.data) : err(endpointProblems.expired());
};

const ask = async (
  endpoint: UserSigEndpoint,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Result<string>> => {
  const response = await endpoint.fetch(url, {
    headers: { accept: 'application/json, text/plain', ...headers },
    signal,
    redirect: 'manual',
    credentials: 'omit',
  });
  const isRedirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
  if (isRedirect || !response.ok) {
    await response.body?.cancel();
    return err(isRedirect ? endpointProblems.redirect() : endpointProblems.status(response.status));
  }
  const text = await readCapped(response, MAX_ANSWER_BYTES);
  if (typeof text === 'string') return ok(text);
  return err(text.reason === 'too-large' ? endpointProblems.tooLarge() : endpointProblems.notAUserSig());
};

/** Asks the user's own back-end for a UserSig. Fails as a value, whatever the other side does. */
export const createEndpointIssuer =
  (endpoint: UserSigEndpoint) =>
  async (request: IssueRequest): Promise<Result<string>> => {
    const header = await endpoint.header();
    if (!header.ok) return header;
    const headers = header.value === undefined ? {} : { [header.value.name]: header.value.value };
    const abort = new AbortController();
    const timer = endpoint.clock.setTimeout(() => abort.abort(), TIME_OUT_MS);
    try {
      const url = addressFor(endpoint, request.userId);
      const answer = await ask(endpoint, url, headers, abort.signal);
      return answer.ok ? readAnswer(answer.value, endpoint, request) : answer;
    } catch (failure) {
      if (abort.signal.aborted) return err(endpointProblems.timeout());
      // Only the code is read: what `fetch` throws can repeat the address and the header.
      const { reason, detail } = classifyFetchFailure(failure);
      return err(
        reason === 'certificate' ? endpointProblems.certificate(detail) : endpointProblems.unreachable(),
      );
    } finally {
      endpoint.clock.clearTimeout(timer);
    }
  };
