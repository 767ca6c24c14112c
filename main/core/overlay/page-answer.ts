import type { ServerResponse } from 'node:http';
import { overlayWindowTitle } from '../../contract/models/overlay.ts';
import type { PageAsset } from '../page/page-assets.ts';

/**
 * Styles may be inline because OBS puts the user's "Custom CSS" into the page as a `<style>` element (obs-browser,
 * OnLoadEnd); scripts may not, and nothing may be fetched from anywhere else.
 */
const contentSecurityPolicy = (host: string, frameAncestors: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');

const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

const refusals: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found. Copy the overlay URL from Livedeck again: it may have been renewed.',
  405: 'Only GET is served here.',
  421: 'This address is not served here.',
  429: 'Too many requests.',
};

export const refuse = (response: ServerResponse, status: number): void => {
  const allow = status === 405 ? { Allow: 'GET' } : {};
  response.writeHead(status, { ...safeHeaders, ...allow, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(refusals[status] ?? '');
};

/** The page itself with its window's title, which must stand before anything looks for the window. */
export const titled = (page: PageAsset, overlayId: string): PageAsset => ({
  ...page,
  body: Buffer.from(
    page.body
      .toString('utf8')
      .replace(/<title>[^<]*<\/title>/, `<title>${overlayWindowTitle(overlayId)}</title>`),
  ),
});

/** Sends a window that came with a one-time address to the page. */
export const sendTo = (response: ServerResponse, location: string): void => {
  response.writeHead(303, { ...safeHeaders, Location: location });
  response.end();
};

export const servePage = (
  response: ServerResponse,
  asset: PageAsset,
  site: { readonly host: string; readonly frameAncestors: readonly string[] },
): void => {
  response.writeHead(200, {
    ...safeHeaders,
    // There is no X-Frame-Options for "this one origin"; where nobody may frame the page, old readers get theirs too.
    ...(site.frameAncestors.length === 0 ? { 'X-Frame-Options': 'DENY' } : {}),
    'Content-Security-Policy': contentSecurityPolicy(site.host, site.frameAncestors),
    'Content-Type': asset.type,
    'Content-Length': asset.body.length,
  });
  response.end(asset.body);
};
