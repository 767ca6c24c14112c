import type { AppError } from '../../contract/app-error.ts';
import { troubleErrors } from './admin-error.ts';

export type TroubleReason = keyof typeof troubleErrors;

/** The request got no answer of the service. */
export type Trouble = Readonly<{
  kind: 'trouble';
  reason: TroubleReason;
  /** The status, or the name of what went wrong; never an address. */
  detail: string;
  error: AppError;
  /** Whether the service can have acted: `no` where the request certainly never arrived. */
  arrived: 'no' | 'unknown';
  /** Whether sending it again, perhaps to the stand-by domain, has a chance. */
  again: boolean;
}>;

/** Statuses with which a gateway says "later" (RFC 9110, 6585). */
const LATER = ['408', '425', '429'];

const neverArrived = (reason: TroubleReason, detail: string): boolean =>
  reason === 'certificate' || reason === 'redirect' || (reason === 'status' && detail.startsWith('4'));

const worthAgain = (reason: TroubleReason, detail: string): boolean => {
  if (reason === 'status') return detail.startsWith('5') || LATER.includes(detail);
  return reason === 'network' || reason === 'timeout' || reason === 'cut' || reason === 'not-json';
};

export const trouble = (reason: TroubleReason, detail = ''): Trouble => ({
  kind: 'trouble',
  reason,
  detail,
  error: troubleErrors[reason](detail),
  arrived: neverArrived(reason, detail) ? 'no' : 'unknown',
  again: worthAgain(reason, detail),
});

/** System error codes that come before a byte of the request has left. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Failures of TLS that say the other side is not who it should be (names of OpenSSL and Node). */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|ISSUER/;

const UNREADABLE_ANSWER = /^HPE_|^UND_ERR_(HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH)/;

/** What a rejected `fetch` means. Only its code is read: its message can hold the address. */
export const classifyFetchFailure = (failure: unknown): Trouble => {
  const code = codeOf(failure);
  if (CERTIFICATE.test(code)) return trouble('certificate', code);
  if (UNREADABLE_ANSWER.test(code)) return trouble('cut');
  const network = trouble('network', code === '' ? 'no detail' : code);
  return BEFORE_SENDING.has(code) ? { ...network, arrived: 'no' } : network;
};

/** The code of the innermost cause; several addresses of one host fail together as one `AggregateError`. */
const codeOf = (failure: unknown, depth = 0): string => {
  if (!(failure instanceof Error) || depth > 4) return '';
  const inner = failure instanceof AggregateError ? failure.errors.at(-1) : failure.cause;
  const code: unknown = Reflect.get(failure, 'code');
  return codeOf(inner, depth + 1) || (typeof code === 'string' ? code : '');
};
