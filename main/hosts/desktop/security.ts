import type { App, OnBeforeRequestListenerDetails, Session, WebContents } from 'electron';

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
    const own = URL.canParse(origin) ? new URL(origin) : undefined;
    return own?.protocol === url.protocol && own.host === url.host;
  });
};

export type GuardOptions = {
  /** Of the overlay server, whose pages the panel shows as a preview; absent while it does not listen. */
  readonly overlayOrigin: () => string | undefined;
  /** The setting: pictures of people from elsewhere may be shown. */
  readonly remoteImages: () => boolean;
  /** Developer tools may load themselves: never in a packaged copy. */
  readonly devTools: boolean;
  readonly openExternal: (address: string) => void;
};

/** Whether a page of ours may ask for this: our own files, the overlay server, and pictures where they are wished. */
export const isRequestAllowed = (
  request: Pick<OnBeforeRequestListenerDetails, 'url' | 'resourceType' | 'webContentsId'>,
  options: Pick<GuardOptions, 'overlayOrigin' | 'remoteImages' | 'devTools'>,
): boolean => {
  const overlay = options.overlayOrigin();
  const own = overlay === undefined ? [] : [overlay, overlay.replace(/^http/, 'ws')];
  if (isOwnPage(request.url, [APP_ORIGIN, ...own])) return true;
  if (!URL.canParse(request.url)) return false;
  const { protocol } = new URL(request.url);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (protocol === 'devtools:') return options.devTools;
  // No page asked: the main process did, for an update.
  if (request.webContentsId === undefined) return protocol === 'https:';
  return protocol === 'https:' && request.resourceType === 'image' && options.remoteImages();
};

/** What the panel itself made, e.g. an export of the journal. Nothing is downloaded from anywhere else. */
export const isOwnDownload = (address: string): boolean => address.startsWith(`blob:${APP_ORIGIN}/`);

type Asked = {
  readonly contents: Pick<WebContents, 'getURL'> | null;
  readonly isMainFrame: boolean;
  /** Address or origin of the frame that asks. */
  readonly from: string;
};

/** What Chromium asks for before a page reaches an address of this computer or its network. */
const nearbyAddresses = new Set(['loopback-network', 'local-network', 'local-network-access']);

/**
 * The panel may put text on the clipboard, and show the overlay server's page in a frame. The latter is judged by the
 * window alone: the frame that asks has no address yet. Which addresses it reaches is for `isRequestAllowed`.
 */
const isGranted = (permission: string, { contents, isMainFrame, from }: Asked): boolean => {
  const inPanel = isOwnPage(contents?.getURL() ?? '', [APP_ORIGIN]);
  if (nearbyAddresses.has(permission)) return inPanel;
  return (
    permission === 'clipboard-sanitized-write' && inPanel && isMainFrame && isOwnPage(from, [APP_ORIGIN])
  );
};

/** Nothing else is granted: no camera, no notifications, no devices, no clipboard reading (Electron security 5). */
export const guardSession = (session: Session, options: GuardOptions): void => {
  session.setPermissionRequestHandler((contents, permission, answer, { isMainFrame, requestingUrl }) =>
    answer(isGranted(permission, { contents, isMainFrame, from: requestingUrl })),
  );
  session.setPermissionCheckHandler((contents, permission, from, { isMainFrame }) =>
    isGranted(permission, { contents, isMainFrame, from }),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isRequestAllowed(request, options) }),
  );
  session.on('will-download', (event, item) => {
    if (!isOwnDownload(item.getURL())) event.preventDefault();
  });
};

type Move = { readonly url: string; readonly isMainFrame?: boolean; readonly preventDefault: () => void };

/** Keeps every page where it is: no navigation, no new windows, no webviews (Electron security 11 to 15). */
export const guardContents = (contents: WebContents, options: GuardOptions): void => {
  /** A window stays on the origin that it was opened on; the overlay's page may stand in a frame of the panel. */
  const stay = (event: Move) => {
    const overlay = options.overlayOrigin() ?? '';
    const here = contents.getURL();
    const home = here === '' ? [APP_ORIGIN, overlay] : [here];
    const framed = event.isMainFrame === false ? [overlay] : [];
    if (!isOwnPage(event.url, [...home, ...framed])) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalAllowed(url)) options.openExternal(url);
    return { action: 'deny' };
  });
};

/** Guards every page and every session that is ever made, whichever code made it. */
export const guardApp = (app: App, options: GuardOptions): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options));
  app.on('session-created', (session) => guardSession(session, options));
};
