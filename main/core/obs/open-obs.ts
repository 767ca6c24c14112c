import type { Localized } from '../../contract/app-error.ts';
import { obsSettingsSchema } from '../../contract/models/obs.ts';
import type { ObsState } from '../../contract/models/obs-state.ts';
import { overlayWindowTitle, usualKeyColour } from '../../contract/models/overlay.ts';
import { createSecretVault } from '../accounts/secret-vault.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { Ports } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import type { Mirror } from '../state/mirror.ts';
import { createObsPassword } from './obs-password.ts';
import { createObsService, type ObsService } from './obs-service.ts';
import type { OverlaysForObs } from './overlay-port.ts';

const passwordLost: Localized = {
  en: 'The stored password of OBS was damaged and was set aside. Enter it again on the OBS page.',
  'zh-CN': '已保存的 OBS 密码文件损坏，已另存。请在 OBS 页面重新填写密码。',
};

/** What windows see until the settings are read. */
export const initialObsState: ObsState = {
  status: { state: 'off' },
  settings: obsSettingsSchema.parse({}),
  passwordKept: 'none',
  reports: {},
};

/** Composes the OBS connection: its settings, its password, the overlays as it needs them, and what windows mirror. */
export const openObs = (options: {
  readonly ports: Ports;
  readonly overlays: Overlays;
  readonly mirror: Mirror;
  readonly openWindow: OverlaysForObs['openWindow'];
  readonly report: (text: Localized) => void;
}): ObsService => {
  const { ports, overlays, mirror, report } = options;
  const { clock, log, info, seal, randomBytes } = ports;
  const vault = createSecretVault({
    file: ports.openDocument('obs-password'),
    seal,
    randomBytes,
    now: clock.now,
    report: () => report(passwordLost),
  });
  const obs = createObsService({
    clock,
    log,
    host: info.host,
    document: openDocument({
      file: ports.openDocument('obs'),
      schema: obsSettingsSchema,
      now: clock.now,
      report,
    }),
    password: createObsPassword(vault),
    overlays: {
      status: overlays.status,
      url: overlays.url,
      settings: overlays.settings,
      setKeyColour: (overlayId, keyColour) => overlays.configure(overlayId, { keyColour }),
      showTestPattern: overlays.showTestPattern,
      windowTitle: overlayWindowTitle,
      windowKeyColour: ports.overlayWindows.transparent ? null : usualKeyColour,
      openWindow: options.openWindow,
    },
    onState: ({ examination, ...state }) =>
      mirror.patch('obs', { ...state, examination: examination ?? null }),
  });
  void obs.start().then((opened) => {
    if (!opened.ok) report(opened.error.text);
  });
  return obs;
};
