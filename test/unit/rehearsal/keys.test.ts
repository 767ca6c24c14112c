import { describe, expect, test } from 'vitest';
import { createKeys } from '../../../main/rehearsal/keys.ts';

const a2 = { userId: 'ann', instId: 7, sigIssuedAt: 1, sigExpiresAt: 2, madeAt: 3 };
const roomKey = { roomId: 'night show/深夜', userId: 'ann', start: 1_795_000_000_000_000 };

describe('the keys that clients show', () => {
  test('open to what was sealed, also in a service that was restarted with the same secret', () => {
    const before = createKeys('secret');
    const after = createKeys('secret');
    expect(after.openA2(before.sealA2(a2))).toEqual(a2);
    expect(after.openRoomKey(before.sealRoomKey(roomKey))).toEqual(roomKey);
  });

  test('do not open under another secret', () => {
    const text = createKeys('secret').sealA2(a2);
    expect(createKeys('other').openA2(text)).toBeUndefined();
  });

  test('are not good for another purpose', () => {
    const keys = createKeys('secret');
    expect(keys.openRoomKey(keys.sealA2(a2))).toBeUndefined();
  });

  test.each(['', '.', 'x', 'eyJhIjoxfQ.AAAA', `${'x'.repeat(10_000)}.y`])('refuse %j', (text) => {
    expect(createKeys('secret').openA2(text)).toBeUndefined();
  });

  test('refuse a changed content', () => {
    const keys = createKeys('secret');
    const [, mac = ''] = keys.sealA2(a2).split('.');
    const forged = Buffer.from(JSON.stringify({ ...a2, userId: 'administrator' })).toString('base64url');
    expect(keys.openA2(`${forged}.${mac}`)).toBeUndefined();
  });
});
