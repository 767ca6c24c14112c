import type { App, Session, WebContents } from 'electron';

/** The only origin that a window of ours may show besides the overlay server's pages. */
export const APP_ORIGIN = 'app://panel';

/** Schemes that may be handed to the system's browser. */
const externalSchemes = new Set(['https:', 'mailto:']);

export const isExternalAllowed = (address: string): boolean =>
  URL.canParse(address) && externalSchemes.has(new URL(address).protocol);

/** Exactly the origins given, compared after parsing. */
export const isOwnPage = (address: string, origins: readonly string[]): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  // `origin` of a custom scheme is "null" in Node's URL, so scheme and host are compared.
  return origins.some((origin) => {
    const own = new URL(origin);
    return own.protocol === url.protocol && own.host === url.host;
  });
};

/** Nothing is granted: no camera, no notifications, no devices, no clipboard reading (Electron security 5). */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
};

/** Keeps every page where it is: no navigation, no new windows, no webviews (Electron security 11 to 15). */
export const guardContents = (
  contents: WebContents,
  options: { readonly origins: () => readonly string[]; readonly openExternal: (address: string) => void },
): void => {
  const stay = (event: { readonly preventDefault: () => void }, address: string) => {
    if (!isOwnPage(address, options.origins())) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalAllowed(url)) options.openExternal(url);
    return { action: 'deny' };
  });
};

/** Guards every page that is ever made, whichever code made it. */
export const guardApp = (
  app: App,
  options: { readonly origins: () => readonly string[]; readonly openExternal: (address: string) => void },
): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options));
};
