import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps what V8 compiled of the bundles, for this process and the ones that it forks, so that the next start need not do
 * it again. The folder is the project's own: in a shared one, another user could put code there. Where it cannot be
 * written the start is only slower.
 */
export const keepCompiled = (root: string): void => {
  const folder = join(root, 'node_modules/.cache/livedeck');
  process.env.NODE_COMPILE_CACHE ??= folder;
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
};
