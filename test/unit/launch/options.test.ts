import { describe, expect, it } from 'vitest';
import { ownOptions, parseOptions } from '../../../main/launch/options.ts';

const start = (...args: string[]) => {
  const parsed = parseOptions(args);
  if (parsed.type !== 'start') throw new Error(`not a start: ${JSON.stringify(parsed)}`);
  return parsed.options;
};

describe('the command line of npm start', () => {
  it('without options lets Livedeck choose everything', () => {
    expect(start()).toEqual({
      host: 'auto',
      port: undefined,
      dataDir: undefined,
      rehearse: undefined,
      seed: undefined,
      open: true,
      json: false,
    });
  });

  it('takes every option', () => {
    const all = '--host browser --port 0 --data-dir D --no-open --json --rehearse storm --seed 7'.split(' ');
    expect(start(...all)).toEqual({
      host: 'browser',
      port: 0,
      dataDir: 'D',
      rehearse: 'storm',
      seed: 7,
      open: false,
      json: true,
    });
  });

  it('lets --rehearse stand alone, last or before another option', () => {
    expect(start('--rehearse')).toMatchObject({ rehearse: 'busy' });
    expect(start('--rehearse', '--json')).toMatchObject({ rehearse: 'busy', json: true });
  });

  it.each([
    [['--port', '70000'], '--port takes a whole number from 0 to 65535'],
    [['--port', '8o'], '--port takes a whole number'],
    [['--host', 'phone'], '--host takes one of: auto, desktop, browser'],
    [['--rehearse', 'party'], '--rehearse takes one of'],
    [['--seed', '-1'], '--seed'],
    [['--colour'], '--colour'],
    [['stray'], 'stray'],
  ])('says what is wrong with %j', (args, message) => {
    const parsed = parseOptions(args);
    expect(parsed.type).toBe('wrong');
    expect(parsed.type === 'wrong' ? parsed.message : '').toContain(message);
  });
});

describe('the command line of an installed Livedeck', () => {
  it('is rid of what the installer, the AppImage and Chromium put there', () => {
    const words = '--updated --disable-gpu --no-sandbox --force-renderer-accessibility=complete';
    expect(ownOptions([...words.split(' '), 'livedeck://pass/LDP1.abc', '/home/vj/stray.txt', '-x'])).toEqual(
      [],
    );
  });

  it.each([
    [
      ['--updated', '--data-dir', 'D', '/home/vj/stray.txt', '--json'],
      ['--data-dir', 'D', '--json'],
    ],
    [['--data-dir=D', 'stray'], ['--data-dir=D']],
    [['--rehearse', '--disable-gpu'], ['--rehearse']],
    [
      ['--rehearse', 'storm', '--seed=7'],
      ['--rehearse', 'storm', '--seed=7'],
    ],
    [
      ['--no-open', 'stray', '-h'],
      ['--no-open', '-h'],
    ],
  ])('keeps our own options with their values: %j', (words, kept) => {
    expect(ownOptions(words)).toEqual(kept);
  });

  it('still says what is wrong with an option of ours', () => {
    expect(parseOptions(ownOptions(['--updated', '--port', '70000'])).type).toBe('wrong');
  });
});
