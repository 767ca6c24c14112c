import type { App } from 'electron';

const SCHEME = 'livedeck';

/** Whether a word of the command line is a link to a pass: the system hands it over like this. */
export const isPassLink = (argument: string): boolean => argument.toLowerCase().startsWith(`${SCHEME}:`);

/**
 * Hears `livedeck://` links, at the start and later, and hands each to the panel. Opening one does no more than offer
 * the pass: it is taken by a person with its passphrase.
 */
export const watchPassLinks = (
  app: Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>,
  startedWith: readonly string[],
) => {
  let pending = startedWith.find(isPassLink);
  let offer: ((link: string) => void) | undefined;
  const heard = (link: string | undefined) => {
    if (link === undefined) return;
    if (offer === undefined) pending = link;
    else offer(link);
  };
  // Unpackaged, the system would be told to open links with a bare Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient(SCHEME);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    if (isPassLink(link)) heard(link);
  });
  app.on('second-instance', (_event, argv) => heard(argv.find(isPassLink)));
  return {
    /** Who takes the links from now on, the one that waited included. */
    connect: (take: (link: string) => void) => {
      offer = take;
      heard(pending);
      pending = undefined;
    },
  };
};
