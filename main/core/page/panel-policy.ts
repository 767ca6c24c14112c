/**
 * The content security policy of the panel, which both hosts send as a header: scripts of its own only, and no
 * connection but those named in `connect`.
 */
export const panelPolicy = (site: {
  readonly connect: readonly string[];
  readonly overlayOrigin: string | undefined;
}): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src ${["'self'", ...site.connect].join(' ')}`,
    `frame-src ${site.overlayOrigin ?? "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
