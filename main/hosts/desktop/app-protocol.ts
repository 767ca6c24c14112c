import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentTypes } from '../../core/page/page-assets.ts';
import { panelPolicy } from '../../core/page/panel-policy.ts';

/** The file an `app://panel/…` address names, or `undefined` where it would leave the folder. */
export const resolveAsset = (root: string, address: string): string | undefined => {
  const url = new URL(address);
  if (url.host !== 'panel') return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    // A malformed escape names no file.
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root + sep) ? file : undefined;
};

/** Answers `app://panel/…` from the built panel, with the content security policy as a header (Electron security 7, 18). */
export const createAppProtocol = (root: string, overlayOrigin: () => string | undefined) => {
  const refuse = (status: number) => new Response(null, { status });
  return async (request: Pick<Request, 'url' | 'method'>): Promise<Response> => {
    const file = request.method === 'GET' ? resolveAsset(root, request.url) : undefined;
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    if (file === undefined || type === undefined) return refuse(404);
    try {
      const body = await readFile(file);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': type,
          'content-security-policy': panelPolicy({ connect: [], overlayOrigin: overlayOrigin() }),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch (error) {
      if (
        (error as NodeJS.ErrnoException).code === 'ENOENT' ||
        (error as NodeJS.ErrnoException).code === 'EISDIR'
      )
        return refuse(404);
      throw error;
    }
  };
};
