import { err, ok, type Result } from '../../contract/result.ts';
import { parseBaseUrl } from '../im-admin/endpoints.ts';
import { accountProblems } from './account-problems.ts';
import type { Address } from './account-store.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL is safe to send a secret to: encrypted, or on this machine. */
export const isSafeUrl = (text: string, schemes: readonly [safe: string, localOnly: string]): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === schemes[0] || (protocol === schemes[1] && LOOPBACK.test(hostname));
};

/** The addresses of a private deployment as they are stored, or what is wrong with them. */
export const readAddress = (
  address: Readonly<{ rest?: string | undefined; socket: string }>,
): Result<Address> => {
  const socket = address.socket.trim();
  if (!isSafeUrl(socket, ['wss:', 'ws:'])) return err(accountProblems.badAddress('socket'));
  if (address.rest === undefined) return ok({ socket });
  const rest = parseBaseUrl(address.rest.trim());
  return rest.ok ? ok({ rest: rest.value, socket }) : err(accountProblems.badAddress('rest'));
};
