import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../main/contract/models/settings.ts';
import { writeReport } from '../../../main/core/diagnostics/write-report.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { createMirror } from '../../../main/core/state/mirror.ts';
import { openLog } from '../../../main/hosts/node/log.ts';
import { account, emptyValues, newRoom, roomKeyOf } from '../../support/panel-host/world.ts';

const userSig = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwqnFRTB*abcdef0123456789';
const planted = [
  'Luna',
  '小雨',
  '加V信',
  'night-show',
  'Night show',
  userSig,
  'secret-key',
  '/home/',
  'sekret',
];

const reportWith = () => {
  const log = openLog(mkdtempSync(join(tmpdir(), 'livedeck-report-')));
  log.warn('admin call refused', { code: 10_007, room: 'night-show', userSig, reason: '小雨 said 加V信' });
  log.error('call failed', {
    call: 'moderation:act',
    error: new Error(`no such person: 小雨 ${userSig}`).stack,
  });
  log.warn('the person was told', { text: 'Room Night show could not be joined as Luna.' });
  const mirror = createMirror(emptyValues(), () => undefined);
  mirror.patch('accounts', { a: { ...account, label: 'Luna’s app', session: { state: 'ready' } } });
  mirror.patch('rooms', { [roomKeyOf('night-show')]: newRoom('night-show', 0) });
  const settings = { ...defaultSettings, muteSeconds: 5, columnWidths: { 'a/night-show': 400 } };
  return writeReport({
    ports: {
      clock: systemClock,
      info: { version: '9.9.9', host: 'browser', platform: 'linux' },
      recentLog: log.recent,
    },
    mirror,
    settings: () => settings,
  });
};

describe('the report for whoever helps', () => {
  it('says versions, states, counts, changed settings and the last lines of the log', () => {
    const report = reportWith();
    for (const told of [
      'Livedeck 9.9.9, browser host',
      `Node ${process.versions.node}`,
      'accounts: 1 rehearsal ready',
      'rooms: 1 live',
      'settings changed: muteSeconds, columnWidths',
      'admin call refused code=10007',
      'call failed call=moderation:act',
    ])
      expect(report).toContain(told);
  });

  it('holds no name, no words, no room, no folder and no secret, wherever they were planted', () => {
    const report = reportWith();
    for (const secret of planted) expect(report).not.toContain(secret);
  });
});
