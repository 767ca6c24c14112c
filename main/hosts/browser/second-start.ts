import type { InstanceNote } from '../node/data-lock.ts';

/** Asks the Livedeck that already runs on this data folder to come to front. */
export const bringFirstToFront = async (other: InstanceNote | undefined): Promise<boolean> => {
  if (other === undefined) return false;
  const at = new URL(other.url);
  try {
    const answer = await fetch(new URL('/focus', at.origin), {
      method: 'POST',
      headers: { 'x-livedeck-focus': other.focus },
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok;
  } catch {
    // It holds the folder but does not answer; the caller says so.
    return false;
  }
};
