import type { Ports } from '../ports.ts';
import { regionOfSdkAppId } from './region.ts';

/** A clock that takes longer than this to be read says nothing worth waiting for. */
const TIME_OUT_MS = 3000;

/** What time it is at the service of this app, ms since the epoch; undefined where it does not answer. Sends no key. */
export const askServiceClock = async (
  { fetch, clock }: Pick<Ports, 'fetch' | 'clock'>,
  sdkAppId: number,
): Promise<number | undefined> => {
  const abort = new AbortController();
  const timer = clock.setTimeout(() => abort.abort(), TIME_OUT_MS);
  try {
    const [domain] = regionOfSdkAppId(sdkAppId).domains;
    const answer = await fetch(`https://${domain}/`, {
      method: 'HEAD',
      redirect: 'manual',
      credentials: 'omit',
      signal: abort.signal,
    });
    const at = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(at) ? undefined : at;
  } catch {
    // Offline, or no answer: the key can be checked without.
    return undefined;
  } finally {
    clock.clearTimeout(timer);
  }
};
