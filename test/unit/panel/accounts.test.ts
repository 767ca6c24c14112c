import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../main/contract/models/account.ts';
import {
  emptyAccounts,
  inOrder,
  keepAccounts,
  withPart,
  withTest,
} from '../../../renderer/panel/features/accounts-page/accounts.ts';
import {
  appIdProblem,
  readEndpoint,
  readHolder,
  readRooms,
  userIdProblem,
} from '../../../renderer/panel/features/accounts-page/read-fields.ts';
import { base64Of, readKey } from '../../../renderer/panel/features/accounts-page/read-key.ts';
import { takeProtection } from '../../../renderer/panel/features/accounts-page/take-protection.ts';

describe('what is open under an account', () => {
  it('is one part at a time, and the same button closes it', () => {
    const tested = withPart(emptyAccounts, 'a', 'test');
    expect(withPart(tested, 'a', 'passes').parts).toEqual({ a: 'passes' });
    expect(withPart(tested, 'a', 'test').parts).toEqual({});
    expect(withPart(tested, 'b', 'test').parts).toEqual({ a: 'test', b: 'test' });
  });

  it('is forgotten with the account, and nothing changes where none is gone', () => {
    const state = withTest(withPart(emptyAccounts, 'a', 'remove'), 'a', { state: 'running' });
    expect(keepAccounts(state, new Set(['a', 'b']))).toBe(state);
    expect(keepAccounts(state, new Set(['b']))).toEqual(emptyAccounts);
  });
});

describe('the list of accounts', () => {
  it('stays in its order whichever of them the host told last', () => {
    const one = (id: string, kind: Account['kind'], label: string): Account => ({
      id,
      kind,
      label,
      sdkAppId: 1,
      userId: id,
      nick: id,
      session: { state: 'ready' },
    });
    const accounts = [one('3', 'rehearsal', 'A'), one('2', 'pass', 'A'), one('1', 'key-holder', 'B')];
    const ids = (list: readonly Account[]) => inOrder(list).map(({ id }) => id);
    expect(ids(accounts)).toEqual(['1', '2', '3']);
    expect(ids([...accounts].reverse())).toEqual(['1', '2', '3']);
  });
});

describe('a form of an account', () => {
  const filled = { sdkAppId: ' 1400000001 ', userId: ' luna ', nick: '', label: 'Night' };

  it('is read without the spaces around, and an address only where there is one', () => {
    expect(readHolder({ ...filled, region: 'tokyo', adminUserId: 'root' })).toEqual({
      ok: true,
      value: {
        sdkAppId: 1_400_000_001,
        userId: 'luna',
        nick: '',
        label: 'Night',
        adminUserId: 'root',
        region: 'tokyo',
      },
    });
    const own = readHolder({ ...filled, rest: 'https://r', socket: 'wss://s', region: '' });
    expect(own.ok && own.value.address).toEqual({ rest: 'https://r', socket: 'wss://s' });
  });

  it('names every field that is wrong at once', () => {
    expect(readHolder({ sdkAppId: '', userId: '', rest: 'https://r', adminUserId: '名'.repeat(11) })).toEqual(
      {
        ok: false,
        problems: { sdkAppId: 'needed', userId: 'needed', adminUserId: 'userId', socket: 'socket' },
      },
    );
    expect(readEndpoint({ ...filled, url: '', headerName: '' }, true)).toEqual({
      ok: false,
      problems: { url: 'needed', headerName: 'needed' },
    });
    expect(readEndpoint({ ...filled, url: 'https://x' }, false).ok).toBe(true);
  });

  it('takes as an SDKAppID only what the contract takes', () => {
    expect(['0', '-1', '1.5', '4294967296', 'abc', '1e9'].map(appIdProblem)).toEqual(Array(6).fill('number'));
    expect(['1', '1400000001', '4294967295'].map(appIdProblem)).toEqual(Array(3).fill(undefined));
  });

  it('counts a user ID in bytes', () => {
    expect(userIdProblem('夜'.repeat(10), true)).toBeUndefined();
    expect(userIdProblem('夜'.repeat(11), true)).toBe('userId');
    expect(userIdProblem('', false)).toBeUndefined();
  });
});

describe('the rooms of a pass', () => {
  it('are those chosen and those typed, each once', () => {
    expect(readRooms(['a'], ' b \n\na, c')).toEqual({ ok: true, value: ['a', 'b', 'c'] });
  });

  it('are refused where there are none, too many, or what cannot be a room', () => {
    expect(readRooms([], ' ')).toEqual({ ok: false, problems: { rooms: 'rooms' } });
    const many = Array.from({ length: 21 }, (_, index) => `r${index}`);
    expect(readRooms(many, '')).toEqual({ ok: false, problems: { rooms: 'rooms' } });
    expect(readRooms(['a'], '夜')).toEqual({ ok: false, problems: { rooms: 'roomId' } });
  });
});

describe('a key', () => {
  it('of a file is carried byte by byte, of any size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
      { numRuns: 30 },
    );
  });

  it('is the file where there is one, else the text, else nothing', async () => {
    expect(await readKey('typed', new File(['pem'], 'k.pem'))).toEqual({ fileBase64: btoa('pem') });
    expect(await readKey('typed', undefined)).toEqual({ text: 'typed' });
    expect(await readKey(' \n', undefined)).toBeUndefined();
  });

  it('is not sent behind an empty passphrase', () => {
    expect(takeProtection('passphrase', { value: '' })).toEqual({ problem: 'needed' });
    expect(takeProtection('passphrase', { value: 'seven 7' })).toEqual({ problem: 'short' });
    expect(takeProtection('passphrase', { value: ' eight 8 ' })).toEqual({
      protection: { by: 'passphrase', passphrase: ' eight 8 ' },
    });
    expect(takeProtection('os', { value: 'ignored' })).toEqual({ protection: { by: 'os' } });
  });
});
