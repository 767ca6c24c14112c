import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type ObsConfig = {
  readonly port: number;
  readonly password: string;
  readonly width: number;
  readonly height: number;
};

type Ini = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

const ini = (sections: Ini): string =>
  Object.entries(sections)
    .map(([name, fields]) => {
      const lines = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
      return `[${name}]\n${lines.join('\n')}\n`;
    })
    .join('\n');

/** Past the wizard, nothing asked at start or end; the WebSocket server's settings as OBS 28 to 30.1 keep them. */
const globalIni = ({ port, password }: ObsConfig): string =>
  ini({
    General: {
      FirstRun: true,
      // 29.0.2 as OBS counts versions: nothing to migrate, nothing to announce.
      LastVersion: 486_539_266,
      EnableAutoUpdates: false,
      ConfirmOnExit: false,
      HotkeyFocusType: 'NeverDisableHotkeys',
    },
    Basic: {
      Profile: 'Test',
      ProfileDir: 'Test',
      SceneCollection: 'Test',
      SceneCollectionFile: 'Test',
      ConfigOnNewProfile: false,
    },
    BasicWindow: { PreviewEnabled: true, SysTrayEnabled: false },
    OBSWebSocket: {
      FirstLoad: false,
      ServerEnabled: true,
      ServerPort: port,
      AlertsEnabled: false,
      AuthRequired: true,
      ServerPassword: password,
    },
  });

const profileIni = ({ width, height }: ObsConfig): string =>
  ini({
    General: { Name: 'Test' },
    Output: { Mode: 'Simple' },
    Video: { BaseCX: width, BaseCY: height, OutputCX: width, OutputCY: height, FPSType: 0, FPSCommon: 30 },
    Audio: { SampleRate: 48_000, ChannelSetup: 'Stereo' },
  });

const emptyScenes = {
  name: 'Test',
  current_scene: 'Scene',
  current_program_scene: 'Scene',
  scene_order: [{ name: 'Scene' }],
  groups: [],
  transitions: [],
  current_transition: 'Cut',
  transition_duration: 300,
  sources: [
    {
      id: 'scene',
      versioned_id: 'scene',
      name: 'Scene',
      settings: { custom_size: false, id_counter: 0, items: [] },
      mixers: 0,
      enabled: true,
    },
  ],
};

/** Writes the configuration of a fresh OBS with one empty scene below `XDG_CONFIG_HOME`. */
export const writeObsConfig = (configHome: string, config: ObsConfig): void => {
  const obs = join(configHome, 'obs-studio');
  const profile = join(obs, 'basic/profiles/Test');
  const scenes = join(obs, 'basic/scenes');
  mkdirSync(profile, { recursive: true });
  mkdirSync(scenes, { recursive: true });
  writeFileSync(join(obs, 'global.ini'), globalIni(config));
  writeFileSync(join(profile, 'basic.ini'), profileIni(config));
  writeFileSync(join(scenes, 'Test.json'), JSON.stringify(emptyScenes));
};
