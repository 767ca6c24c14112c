import type { DesktopPort, HostInfo } from '../ports.ts';
import type { Mirror } from '../state/mirror.ts';
import { type AirState, wakefulnessOf } from './air-state.ts';
import type { DeskWords } from './desk-words.ts';
import { applicationMenu } from './menus.ts';
import { allBlank } from './run-command.ts';
import { trayModel } from './tray-model.ts';

/**
 * Keeps tray, menu, badge and sleep as the state has them. The system's own parts are slow to change, and a menu that is
 * open may close when it is replaced, so each is told only when it is another.
 */
export const createDesktopLook = (parts: {
  readonly port: DesktopPort;
  readonly info: Pick<HostInfo, 'platform'>;
  readonly mirror: Mirror;
  readonly words: () => DeskWords;
  readonly air: () => AirState;
  readonly live: () => boolean;
}) => {
  const { port, mirror } = parts;
  const told = new Map<string, string>();
  const tell = <T>(part: string, value: T, set: (value: T) => void) => {
    const text = JSON.stringify(value);
    if (told.get(part) === text) return;
    told.set(part, text);
    set(value);
  };

  return {
    show: (): void => {
      const words = parts.words();
      const held = Object.keys(mirror.get('held')).length;
      const overlayWindows = Object.values(mirror.get('overlayWindows'));
      const tray = trayModel({ air: parts.air(), held, blank: allBlank(mirror), overlayWindows }, words);
      const mac = parts.info.platform === 'darwin';
      const overlayWindow = overlayWindows.some(({ open }) => open);
      const menu = applicationMenu({ mac, devTools: port.devTools, overlayWindow }, words);
      const badge = { count: held, text: held === 0 ? '' : words.held(held) };
      tell('tray', tray, port.setTray);
      tell('menu', menu, port.setMenu);
      tell('badge', badge, ({ count, text }) => port.setBadge(count, text));
      tell('awake', wakefulnessOf(parts.air(), parts.live()), port.keepAwake);
      tell('hidden', mirror.get('settings').hidePanelFromCapture, port.hideFromCapture);
    },
  };
};
