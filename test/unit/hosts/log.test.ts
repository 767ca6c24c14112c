import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicLine } from '../../../main/core/diagnostics/public-lines.ts';
import { openLog } from '../../../main/hosts/node/log.ts';

const newDir = () => mkdtempSync(join(tmpdir(), 'livedeck-log-'));
const secret = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwqnFRTB*abcdef0123456789';

const textOf = (dir: string) =>
  readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('');

describe('the log', () => {
  it('never holds a secret, in a field of that name or in a sentence', async () => {
    const dir = newDir();
    const log = openLog(dir);
    log.warn(`signed as ${secret}`, {
      userSig: 'short-secret',
      note: secret,
      nested: { password: 'pw-secret' },
    });
    await expect.poll(() => textOf(dir)).toContain('signed as');
    for (const planted of [secret, 'short-secret', 'pw-secret']) expect(textOf(dir)).not.toContain(planted);
    expect(JSON.stringify(log.recent()).includes('short-secret')).toBe(false);
  });

  it('begins a new file when it has grown, and keeps three older ones and no more', async () => {
    const dir = newDir();
    const log = openLog(dir, 2_000);
    for (let number = 0; number < 40; number += 1) {
      log.info(`line ${number}`, { text: 'words and more words '.repeat(20) });
      await expect.poll(() => textOf(dir)).toContain(`line ${number}"`);
    }
    await expect
      .poll(() => readdirSync(dir).sort())
      .toEqual(['livedeck.1.log', 'livedeck.2.log', 'livedeck.3.log', 'livedeck.log']);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).size).toBeLessThan(4_000);
  });
});

describe('a line of the log as strangers may read it', () => {
  it('keeps numbers, codes and places in the program', () => {
    const line = publicLine({
      at: Date.UTC(2026, 10, 28, 12),
      level: 'warn',
      message: 'admin call refused',
      details: { code: 10_007, command: 'group_open_http_svc/forbid_send_msg', ok: false },
    });
    expect(line).toBe(
      '2026-11-28T12:00:00.000Z warn admin call refused code=10007 command=group_open_http_svc/forbid_send_msg ok=false',
    );
  });

  it('leaves out names, words, folders and whatever an error says', () => {
    const stack = `TypeError: 小雨 said "secret words"\n    at act (file:///home/luna/Livedeck/dist/main/browser.cjs:120:7)`;
    const line = publicLine({
      at: 0,
      level: 'error',
      message: 'a window met a bug',
      details: {
        message: stack,
        room: 'night-show',
        nick: '小雨',
        userId: 42,
        where: 'Luna’s panel',
        state: '加V x',
      },
    });
    for (const personal of ['小雨', 'secret words', 'luna', 'night-show', '42', 'Luna', '加V'])
      expect(line).not.toContain(personal);
    expect(line).toContain('browser.cjs:120:7');
  });
});
