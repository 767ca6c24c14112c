import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../main/launch/options.ts';

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
