import type { Language, Localized } from '../../contract/app-error.ts';
import type { Settings } from '../../contract/models/settings.ts';
import { pickLanguage } from '../../contract/pick-language.ts';
import type { Result } from '../../contract/result.ts';
import type { Overlays } from '../overlay/overlays.ts';
import { createOverlayWindows } from '../overlay-windows/overlay-windows.ts';
import { overlayWindowsDocumentSchema } from '../overlay-windows/overlay-windows-document.ts';
import type { Ports } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import { createUpdates } from '../updates/updates.ts';
import { deskWords } from './desk-words.ts';
import { type DesktopHostSide, openDesktop } from './open-desktop.ts';

export type { DesktopHostSide };

/** Everything around the panel: overlay windows, updates, and the desktop itself where the host has one. */
export const openDesk = (parts: {
  readonly ports: Ports;
  readonly mirror: Mirror;
  readonly settings: () => Settings;
  readonly overlays: Overlays;
  readonly listen: (listener: Publish) => () => void;
  readonly publish: Publish;
  readonly report: (text: Localized) => void;
}) => {
  const { ports, mirror, settings, report } = parts;
  const { clock, log } = ports;
  const language = (): Language => pickLanguage(settings().language, ports.systemLanguages());
  const overlayWindows = createOverlayWindows({
    windows: ports.overlayWindows,
    clock,
    store: openDocument({
      file: ports.openDocument('overlay-windows'),
      schema: overlayWindowsDocumentSchema,
      now: clock.now,
      report,
    }),
    overlays: parts.overlays,
    mirror,
    publish: parts.publish,
    report,
    onDisplays: (displays) => mirror.patch('desktop', { displays: [...displays] }),
  });
  const updates = createUpdates({
    port: ports.updater,
    clock,
    log,
    mirror,
    wanted: () => settings().updates,
  });
  let desktop: ReturnType<typeof openDesktop> | undefined;

  return {
    overlayWindows,
    updates,
    words: () => deskWords(language()),
    host: (): DesktopHostSide | undefined => desktop?.host,
    /** When every service is there: windows stand open again, menus and keys work. */
    start: (call: (name: string, input: unknown) => Promise<Result<unknown>>): void => {
      desktop = openDesktop({ ...parts, call, language, overlayWindows, updates });
      overlayWindows.reopen();
    },
    dispose: (): void => {
      desktop?.dispose();
      updates.dispose();
      overlayWindows.dispose();
    },
  };
};
