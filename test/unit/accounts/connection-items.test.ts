import { describe, expect, it } from 'vitest';
import { featureItem } from '../../../main/core/accounts/connection-items.ts';
import { explainVendorCode } from '../../../main/core/im-admin/vendor-codes.ts';

const item = (id: 'keywords' | 'ban', code: number) => featureItem(id, explainVendorCode(code, '', 'audit'));

describe('a line of the connection test', () => {
  it.each([2004, 2015, 60009, 10007])('warns where the app has no keyword service: %i', (code) => {
    expect(item('keywords', code)).toMatchObject({ state: 'warn', vendor: { code } });
  });

  it('fails for what is wrong with the request, and for another feature that answers so', () => {
    expect(item('keywords', 60003)).toMatchObject({ state: 'fail' });
    expect(item('ban', 60009)).toMatchObject({ state: 'fail' });
  });
});
