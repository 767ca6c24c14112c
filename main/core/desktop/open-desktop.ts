import type { Localized } from '../../contract/app-error.ts';
import type { GlobalKeyName } from '../../contract/models/desktop.ts';
import type { Result } from '../../contract/result.ts';
import type { OverlayWindows } from '../overlay-windows/overlay-windows.ts';
import type { DesktopNote, Ports } from '../ports.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import type { Updates } from '../updates/updates.ts';
import { airStateOf, isLive } from './air-state.ts';
import { deskWords } from './desk-words.ts';
import { createDesktopLook } from './desktop-look.ts';
import { createGlobalKeys } from './global-keys.ts';
import { type Clicked, contextMenu } from './menus.ts';
import { createNotices } from './notices.ts';
import { createPanelPlace } from './panel-place.ts';
import { createPanelWindow } from './panel-window.ts';
import { createRunCommand } from './run-command.ts';

/** State changes in bursts; tray and menus follow at this pace. */
const FOLLOW_MS = 150;
const followed: readonly string[] = [
  'settings',
  'overlays',
  'overlayWindows',
  'panic',
  'rooms',
  'accounts',
  'held',
];

/** Keeps the desktop around the windows true: tray, menus, badge, keys, notifications, sleep. */
export const openDesktop = (parts: {
  readonly ports: Ports;
  readonly mirror: Mirror;
  readonly listen: (listener: Publish) => () => void;
  readonly publish: Publish;
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly language: () => 'en' | 'zh-CN';
  readonly overlayWindows: OverlayWindows;
  readonly updates: Updates;
  readonly report: (text: Localized) => void;
}) => {
  const { ports, mirror, publish, language, overlayWindows } = parts;
  const { clock, info, desktop: port } = ports;
  const words = () => deskWords(language());
  const air = () => airStateOf({ overlays: mirror.get('overlays'), panic: mirror.get('panic') });
  const live = () => isLive(mirror.get('rooms'), mirror.get('accounts'));

  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const onAir = () => {
    parts.updates.setOnAir(air().state !== 'off' || live());
    parts.updates.followWish();
  };

  const follow = (refresh: () => void) =>
    parts.listen((event, payload) => {
      if (event !== 'state:patch' || !('topic' in payload) || !followed.includes(payload.topic)) return;
      if (payload.topic === 'overlays') Object.keys(payload.patch).forEach(overlayWindows.follow);
      if (timer !== undefined || stopped) return;
      timer = clock.setTimeout(() => {
        timer = undefined;
        refresh();
      }, FOLLOW_MS);
    });
  const stopTimer = () => {
    stopped = true;
    if (timer !== undefined) clock.clearTimeout(timer);
  };

  if (port === undefined) {
    const stop = follow(onAir);
    return {
      host: undefined,
      dispose: () => {
        stop();
        stopTimer();
      },
    };
  }

  const notify = (note: DesktopNote) => {
    if (mirror.get('settings').notifications && !port.hasFocus()) port.notify(note);
  };
  const run = createRunCommand({
    port,
    mirror,
    call: parts.call,
    language,
    words,
    publish,
    toggleClickThrough: overlayWindows.toggleClickThrough,
    notify,
  });
  const press = (key: GlobalKeyName) => (key === 'freeze' ? publish('app:key', { key: 'freeze' }) : run(key));
  const keys = createGlobalKeys({
    port,
    run: press,
    onChange: (states) => mirror.patch('desktop', { keys: { ...states } }),
  });
  const notices = createNotices({ clock, words, isWanted: () => true, notify });
  const panel = createPanelWindow({
    port,
    clock,
    log: ports.log,
    platform: info.platform,
    words,
    isOnAir: () => air().state !== 'off',
    notify,
    report: parts.report,
  });

  const place = createPanelPlace({
    ports,
    displays: () => ports.overlayWindows.placed?.displays() ?? [],
    report: parts.report,
  });

  const look = createDesktopLook({ port, info, mirror, words, air, live });
  let rooms = mirror.get('rooms');

  const refresh = () => {
    onAir();
    look.show();
    keys.set(mirror.get('settings').globalKeys);
    notices.held(Object.keys(mirror.get('held')).length);
    notices.rooms(mirror.get('rooms'), rooms);
    rooms = mirror.get('rooms');
  };

  mirror.patch('desktop', { available: true });
  refresh();
  const stop = follow(refresh);

  return {
    /** What the host tells and asks. */
    host: {
      run,
      panel,
      place,
      contextMenu: (clicked: Clicked) => contextMenu(clicked, words()),
    },
    dispose: () => {
      stop();
      stopTimer();
      keys.dispose();
      notices.dispose();
      panel.dispose();
      place.dispose();
    },
  };
};
export type DesktopHostSide = NonNullable<ReturnType<typeof openDesktop>['host']>;
