import { appError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';
import { type AdminError, notDone } from './admin-error.ts';

/** How long the stand-by serves before the first domain is tried again. */
const STAND_BY_MS = 60_000;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const badAddress = (en: string, zh: string) => err(notDone(appError('invalid-input', { en, 'zh-CN': zh })));

/** The origin of an admin address. Only https, except on this machine, where the rehearsal service listens. */
export const parseBaseUrl = (text: string): Result<string, AdminError> => {
  if (!URL.canParse(text))
    return badAddress('The service’s address is not a URL.', '服务地址不是合法的 URL。');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return badAddress('The service’s address must not hold a password.', '服务地址不能包含用户名或密码。');
  const isLocal = url.protocol === 'http:' && LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !isLocal)
    return badAddress('The service’s address must start with https://.', '服务地址必须以 https:// 开头。');
  return ok(url.origin);
};

/** Which of an app's domains to call now. */
export type Endpoints = Readonly<{
  current: () => Result<string, AdminError>;
  /** A call to this origin got no answer of the service: the next one goes elsewhere, where there is one. */
  failed: (origin: string) => void;
}>;

export const createEndpoints = (addresses: readonly string[], clock: Pick<Clock, 'monotonic'>): Endpoints => {
  const origins = addresses.map(parseBaseUrl);
  let index = 0;
  let backAt = 0;

  const current = (): Result<string, AdminError> => {
    if (index > 0 && clock.monotonic() >= backAt) index = 0;
    return origins[index] ?? badAddress('No address of the service is known.', '缺少服务地址。');
  };

  const failed = (origin: string): void => {
    const now = current();
    if (!now.ok || now.value !== origin || origins.length < 2) return;
    index = (index + 1) % origins.length;
    backAt = clock.monotonic() + STAND_BY_MS;
  };

  return { current, failed };
};
