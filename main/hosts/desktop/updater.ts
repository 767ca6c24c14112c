import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { UpdaterPort } from '../../core/ports.ts';
import { plainNotes } from '../../core/updates/release-notes.ts';
import { isPortable } from './portable.ts';

/** The part of electron-updater that is used. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'disableWebInstaller'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'on'
  | 'once'
  | 'off'
>;

/** What the packager wrote beside the program about where updates come from and who signs them. */
const feedFile = (resources: string): string => {
  const path = join(resources, 'app-update.yml');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/**
 * Why this copy does not update itself. electron-updater checks no signature where the feed's file names no publisher,
 * and has none to check on Linux, so those copies take nothing.
 */
export const updateHindrance = (copy: {
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly portable: boolean;
  readonly feed: string;
}): UpdaterPort['hindrance'] => {
  if (!copy.packaged || copy.feed === '') return 'from-sources';
  if (copy.portable) return 'portable';
  if (copy.platform === 'linux' || !/^url:\s*['"]?https:\/\//m.test(copy.feed)) return 'no-signature';
  return copy.platform === 'win32' && !/^publisherName:\s*\n\s*- \S/m.test(copy.feed)
    ? 'no-signature'
    : undefined;
};

export const hindranceHere = (packaged: boolean): UpdaterPort['hindrance'] =>
  updateHindrance({
    packaged,
    platform: process.platform,
    portable: isPortable(),
    feed: packaged ? feedFile(process.resourcesPath) : '',
  });

const prepare = (updater: Updater): Updater => {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  return updater;
};

/** electron-updater behind the core's port. It is loaded when it is first needed, not at the start. */
export const createUpdaterPort = (options: {
  readonly hindrance: UpdaterPort['hindrance'];
  readonly load: () => Promise<Updater>;
  /** Ends the program in good order, then does the rest. */
  readonly quitThen: (install: () => void) => void;
  /** Ends this program, of which nothing is left by then, and starts it anew. */
  readonly startAgain: () => void;
}): UpdaterPort => {
  let loading: Promise<Updater> | undefined;
  const updater = (): Promise<Updater> => {
    loading ??= options.load().then(prepare);
    return loading;
  };
  return {
    ...(options.hindrance !== undefined && { hindrance: options.hindrance }),
    check: async () => {
      // Whether this copy is among those that may have it already (staged roll-out) is settled in here as well.
      const result = await (await updater()).checkForUpdates();
      if (result === null || !result.isUpdateAvailable) return null;
      const { version, releaseNotes, releaseDate } = result.updateInfo;
      return { version, notes: plainNotes(releaseNotes), releasedAt: Date.parse(releaseDate) || 0 };
    },
    download: async (onPercent) => {
      const ready = await updater();
      const told = ({ percent }: { readonly percent: number }) => onPercent(percent);
      ready.on('download-progress', told);
      try {
        await ready.downloadUpdate();
      } finally {
        ready.off('download-progress', told);
      }
    },
    install: () =>
      options.quitThen(() => {
        const install = (ready: Updater) => {
          // macOS checks the update only now, and Windows may refuse the installer; neither ends the program then.
          ready.once('error', options.startAgain);
          ready.quitAndInstall(false, true);
        };
        updater().then(install).catch(options.startAgain);
      }),
  };
};
