import { describe, expect, it } from 'vitest';
import { desktopStateSchema } from '../../../main/contract/models/desktop.ts';
import { defaultSettings } from '../../../main/contract/models/settings.ts';
import { noUpdatesYet } from '../../../main/contract/models/update.ts';
import { defaultWordSettings } from '../../../main/contract/models/word-rule.ts';
import { initialObsState } from '../../../main/core/obs/open-obs.ts';
import { createMirror } from '../../../main/core/state/mirror.ts';

const rig = () => {
  const patches: unknown[] = [];
  const mirror = createMirror(
    {
      app: {
        version: '1',
        host: 'browser',
        platform: 'linux',
        firstStart: true,
        offeredPass: '',
        keyProtection: 'none',
        reports: [],
      },
      settings: defaultSettings,
      accounts: {},
      rooms: {},
      rehearsal: { running: null },
      panic: { on: false, since: 0, rooms: [] },
      overlays: {},
      obs: initialObsState,
      words: {
        revision: 0,
        count: 0,
        groupCounts: {},
        groups: [],
        settings: defaultWordSettings,
        strict: false,
        loading: false,
      },
      held: {},
      pressure: {},
      serviceWords: {},
      marks: {},
      desktop: desktopStateSchema.parse({}),
      overlayWindows: {},
      updates: noUpdatesYet,
    },
    (_event, payload) => patches.push(payload),
  );
  return { mirror, patches };
};

const overlay = { id: 'main', name: 'Main', clients: [], blank: false, waiting: 0, port: 1 };

describe('the mirror', () => {
  it('tells each change as one revision after the other', () => {
    const { mirror, patches } = rig();
    const first = mirror.snapshot('overlays').revision;
    mirror.patch('overlays', { main: overlay });
    mirror.patch('overlays', { main: null });
    expect(patches).toEqual([
      { topic: 'overlays', revision: first + 1, patch: { main: overlay } },
      { topic: 'overlays', revision: first + 2, patch: { main: null } },
    ]);
    expect(mirror.snapshot('overlays')).toEqual({ revision: first + 2, value: {} });
  });

  it('keeps null where null is a value', () => {
    const { mirror } = rig();
    mirror.patch('settings', { language: null });
    expect(mirror.get('settings').language).toBeNull();
    mirror.patch('rehearsal', { running: null });
    expect(mirror.get('rehearsal')).toEqual({ running: null });
  });
});
