import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../main/contract/result.ts';
import type { OpenAccounts } from '../../../main/core/accounts/open-accounts.ts';
import { explainVendorCode } from '../../../main/core/im-admin/vendor-codes.ts';
import { createAdminGateway } from '../../../main/core/moderation/admin-gateway.ts';

/** An App admin of an app to which the service answers so. */
const gatewayOf = (code: number) => {
  const refuse = async () => err({ ...explainVendorCode(code, ''), outcome: 'not-done' });
  const admin = { banGroupMember: refuse, unbanGroupMember: refuse, forbidSendMsg: refuse };
  const accounts = { ofRoom: () => ok({ session: { admin }, roomId: 'r1' }) };
  return createAdminGateway(accounts as unknown as OpenAccounts);
};

const bansOff = {
  ok: false,
  error: {
    vendor: { code: 10007 },
    text: { en: expect.stringContaining('has no bans'), 'zh-CN': expect.stringContaining('封禁功能') },
    remedy: { en: expect.stringContaining('console') },
  },
};

describe('an app without bans', () => {
  it('says so to its admin, who has every right, instead of asking for an admin', async () => {
    const gateway = gatewayOf(10007);
    expect(await gateway.ban('a/r1', 'kk', 60, '')).toMatchObject(bansOff);
    expect(await gateway.unban('a/r1', 'kk')).toMatchObject(bansOff);
  });

  it('is not blamed for another refusal, nor for a mute', async () => {
    const other = explainVendorCode(10010, '').text;
    expect(await gatewayOf(10010).ban('a/r1', 'kk', 60, '')).toMatchObject({ error: { text: other } });
    const muted = await gatewayOf(10007).mute('a/r1', 'kk', 60);
    expect(muted).toMatchObject({ error: { text: explainVendorCode(10007, '').text } });
  });
});
