import { describe, expect, test } from 'vitest';
import { helpText, readCliOptions } from '../../../main/rehearsal/cli-options.ts';

const mistakeOf = (...args: readonly string[]): string => {
  const input = readCliOptions(args, {});
  return input.kind === 'mistake' ? input.text : `no mistake: ${input.kind}`;
};

describe('the command line', () => {
  test('runs three quiet rooms of the pro edition when nothing is said', () => {
    expect(readCliOptions([], {})).toEqual({
      kind: 'run',
      options: {
        json: false,
        withParent: false,
        service: { port: 0, identity: {}, audience: 'off', rooms: 3, settings: {}, v1PublicKeys: [] },
      },
    });
  });

  test('understands every option of the issue', () => {
    const args =
      '--port 8080 --json --seed 7 --audience storm --rooms 12 --edition trial --policy strict --hold 9000';
    expect(readCliOptions(args.split(' '), {})).toMatchObject({
      kind: 'run',
      options: {
        json: true,
        service: {
          port: 8080,
          identity: { seed: 7 },
          audience: 'storm',
          rooms: 12,
          settings: { edition: 'trial', policy: 'strict', holdMs: 9_000 },
        },
      },
    });
  });

  test('takes the key from the environment and never from an argument', () => {
    const args = ['--sdkappid', '1400000001', '--secret-key-env', 'MY_KEY'];
    expect(readCliOptions(args, { MY_KEY: 'abc' })).toMatchObject({
      options: { service: { identity: { sdkAppId: 1_400_000_001, secretKey: 'abc' } } },
    });
    expect(mistakeOf(...args)).toBe('the environment variable MY_KEY is not set');
  });

  test.each([
    [['--port', 'abc'], '--port takes a whole number from 0 to 65535, not "abc"'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000"'],
    [['--seed', '-1'], '--seed'],
    [['--seed', '1.5'], '--seed takes a whole number'],
    [['--audience', 'loud'], '--audience takes off, calm, busy, cap, storm, not "loud"'],
    [['--rooms', '0'], '--rooms takes a whole number from 1 to 1000, not "0"'],
    [['--edition', 'gold'], '--edition takes trial, standard, pro, not "gold"'],
    [['--policy', 'x'], '--policy takes strict, multi, not "x"'],
    [['--v1-public-key', '/no/such/file'], '--v1-public-key: cannot read /no/such/file'],
    [['--unknown'], '--unknown'],
    [['stray'], 'stray'],
  ])('says what is wrong with %j', (args, words) => {
    expect(mistakeOf(...args)).toContain(words);
  });

  test('explains itself in one screen of 80 by 40', () => {
    const lines = helpText.split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
