import { renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** Moves a damaged file out of the way under a dated name beside it, and says where it went. */
export const setAside = (path: string, now: number): string => {
  const stamp = new Date(now).toISOString().replaceAll(':', '-').slice(0, 19);
  const ending = extname(path);
  const target = join(dirname(path), `${basename(path, ending)}.damaged-${stamp}${ending}`);
  renameSync(path, target);
  return target;
};
