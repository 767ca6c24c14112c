import { join } from 'node:path';
import type { TrayIcon } from '../../core/desktop/tray-model.ts';

/** Badges up to this number have a picture of their own; above it stands "9+". */
const MOST = 9;

/** Pictures of the program, drawn by `npm run icons`; the same path in the sources and in the packaged program. */
export const iconPaths = (appPath: string) => {
  const folder = join(appPath, 'main/hosts/desktop/icons');
  return {
    window: join(folder, 'icon.png'),
    /** macOS colours a template picture itself; Electron takes the `@2x` one beside it where it fits. */
    tray: (icon: TrayIcon, platform: string) =>
      join(folder, platform === 'darwin' ? `tray-${icon}Template.png` : `tray-${icon}.png`),
    badge: (count: number) => join(folder, `badge-${count > MOST ? 'more' : count}.png`),
  };
};
export type IconPaths = ReturnType<typeof iconPaths>;
