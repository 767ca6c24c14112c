import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppError } from '../../contract/app-error.ts';
import type { PageAsset } from '../../core/page/page-assets.ts';
import { panelPolicy } from '../../core/page/panel-policy.ts';

/** What the panel may reach: this server by its names, and the overlay's page. */
type Site = { readonly hosts: readonly string[]; readonly overlayOrigin: string | undefined };

/** What every answer carries, also a refusal. */
export const secureHeaders = (site: Site): Readonly<Record<string, string>> => ({
  'content-security-policy': panelPolicy({
    connect: site.hosts.map((host) => `ws://${host}`),
    overlayOrigin: site.overlayOrigin,
  }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
});

/** The built files have their content's hash in their names, so a browser need never ask for one again. */
const forGood = { 'cache-control': 'private, max-age=31536000, immutable' } as const;

const lockedPage = `<!doctype html><meta charset="utf-8"><title>Livedeck</title><p>This page belongs to Livedeck on this computer. Open it with the address that <code>npm start</code> printed.</p><p lang="zh-CN">此页面属于本机的 Livedeck，请使用 <code>npm start</code> 输出的地址打开。</p>`;

export const sendEmpty = (response: ServerResponse, status: number, headers: Record<string, string> = {}) => {
  response.writeHead(status, headers).end();
};

export const sendLocked = (response: ServerResponse) => {
  response.writeHead(403, { 'content-type': 'text/html; charset=utf-8' }).end(lockedPage);
};

/** Livedeck's own files cannot be read: said in the place where the panel would be. */
export const sendFailure = (response: ServerResponse, { text, remedy }: AppError) => {
  const lines = (['en', 'zh-CN'] as const).map((language) => `${text[language]} ${remedy?.[language] ?? ''}`);
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(lines.join('\n'));
};

export const sendAsset = (request: IncomingMessage, response: ServerResponse, asset: PageAsset) => {
  response.writeHead(200, {
    ...(request.url?.startsWith('/assets/') && forGood),
    'content-type': asset.type,
    'content-length': asset.body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : asset.body);
};
