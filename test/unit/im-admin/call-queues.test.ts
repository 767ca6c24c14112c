import { expect, test } from 'vitest';
import { createCallQueues } from '../../../main/core/im-admin/call-queues.ts';
import { createImAdmin } from '../../../main/core/im-admin/im-admin.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../history/test-history.ts';

test('accounts of one app share its rates, and one goes on when another is closed', async () => {
  const clock = createManualClock();
  const queues = createCallQueues(clock);
  let sent = 0;
  const open = (sdkAppId: number) =>
    createImAdmin({
      sdkAppId,
      adminUserId: 'administrator',
      userSig: () => 'a-signature',
      queue: queues.of(sdkAppId),
      fetch: async () => {
        sent += 1;
        return Response.json({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', GroupIdList: [] });
      },
      clock,
      random: () => 0.5,
      log: silentLog,
      baseUrl: 'http://127.0.0.1',
    });
  const [one, two, ofOtherApp] = [open(1), open(1), open(2)];
  expect(await one.getAppidGroupList()).toMatchObject({ ok: true });
  const waiting = two.getAppidGroupList();
  expect(await ofOtherApp.getAppidGroupList()).toMatchObject({ ok: true });
  expect([sent, queues.of(1).waiting()]).toEqual([2, 1]);
  one.dispose();
  expect(await one.getAppidGroupList()).toMatchObject({ ok: false });
  clock.advance(1010);
  expect(await waiting).toMatchObject({ ok: true });
  expect(sent).toBe(3);
});
