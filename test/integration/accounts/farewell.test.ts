import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../main/contract/calls.ts';
import { keyHolder } from '../../support/key-holder.ts';
import { type Livedeck, startCloud, startLivedeck } from './rig.ts';

const room = 'night-show';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let viewer: Livedeck;

beforeAll(async () => {
  cloud = await startCloud();
  viewer = await startLivedeck();
  const { accountId } = await viewer.must('account:add', {
    ...keyHolder(cloud),
    userId: 'viewer',
    nick: 'Viewer',
  });
  await viewer.live((await viewer.must('room:open', { accountId, roomId: room })).roomKey);
});
afterAll(async () => {
  await viewer.stop();
  await cloud.stop();
});

const onAirAs = async (settings: CallInput<'settings:set'>['patch']) => {
  const vj = await startLivedeck();
  await vj.must('settings:set', { patch: settings });
  const { accountId } = await vj.must('account:add', keyHolder(cloud));
  await vj.live((await vj.must('room:open', { accountId, roomId: room })).roomKey);
  return vj;
};

const noticesSaid = () => viewer.untilItem((item) => item.kind === 'notice');

describe('closing Livedeck', () => {
  it('says nothing to the rooms unless that is wished', async () => {
    const vj = await onAirAs({});
    await vj.stop();
    const next = await onAirAs({ sayLeft: true, leftText: '今晚到这里 See you tomorrow' });
    await next.stop();
    expect(await noticesSaid()).toMatchObject({ text: '今晚到这里 See you tomorrow' });
  });

  it('is not held up by a service that does not answer', async () => {
    const vj = await onAirAs({ sayLeft: true });
    await cloud.controlCall('faults', { restDelayMs: 60_000 });
    const before = performance.now();
    await vj.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
    await cloud.controlCall('faults', { restDelayMs: 0 });
  });
});
