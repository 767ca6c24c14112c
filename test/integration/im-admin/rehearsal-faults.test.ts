import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, type KeyHolder, openKeyHolder } from './key-holder.ts';

const room = 'night-show';
let holder: KeyHolder;
beforeAll(async () => {
  holder = await openKeyHolder();
});
afterAll(() => holder.stop());

/** How often a text stands in what the room received. */
const timesSaid = async (text: string): Promise<number> =>
  JSON.stringify((await holder.look(room))?.lastMessages ?? []).split(text).length - 1;

const faults = ['server-error', 'malformed', 'half-answer', 'rate-limit', 'code', 'drop'] as const;

describe.each(faults)('while the service answers with %s', (kind) => {
  const inject = (command: string, times = 1) =>
    holder.service.controlCall('faults', {
      rest: [{ kind, times, command: `group_open_http_svc/${command}` }],
    });
  let turn = 0;
  const someone = async (): Promise<string> => {
    turn += 1;
    const userId = `${kind}-${turn}`;
    await holder.connect('v2').accountImport({ userId });
    return userId;
  };

  test('a mute is done once it is reported as done', async () => {
    const userId = await someone();
    await inject('forbid_send_msg');
    const result = await holder
      .connect('v2')
      .forbidSendMsg({ roomId: room, userIds: [userId], seconds: 600 });
    expect(codeOf(result)).toBe('done');
    expect((await holder.look(room))?.mutes.filter((one) => one.userId === userId)).toHaveLength(1);
  });

  test('a ban is done once it is reported as done, and the unban too', async () => {
    const admin = holder.connect('v2');
    const userIds = [await someone()];
    await inject('ban_group_member');
    expect(codeOf(await admin.banGroupMember({ roomId: room, userIds, seconds: 600 }))).toBe('done');
    expect((await holder.look(room))?.bans.map(({ userId }) => userId)).toContain(userIds[0]);
    await inject('unban_group_member');
    expect(codeOf(await admin.unbanGroupMember({ roomId: room, userIds }))).toBe('done');
    expect((await holder.look(room))?.bans.map(({ userId }) => userId)).not.toContain(userIds[0]);
  });

  test('a message is in the room exactly once', async () => {
    const text = `hello ${await someone()}.`;
    await inject('send_group_msg', 2);
    const result = await holder
      .connect('v2')
      .sendGroupMsg({ roomId: room, elements: [{ type: 'text', text }] });
    expect(codeOf(result)).toBe('done');
    expect(await timesSaid(text)).toBe(1);
  });

  test('a notice is in the room as often as it is reported, and never twice', async () => {
    const text = `notice ${await someone()}.`;
    await inject('send_group_system_notification');
    const before = (await holder.look(room))?.log.kept ?? 0;
    const result = await holder.connect('v2').sendGroupSystemNotification({ roomId: room, text });
    const arrived = ((await holder.look(room))?.log.kept ?? 0) - before;
    if (result.ok) expect(arrived).toBe(1);
    else expect([result.error.outcome, arrived]).toEqual(['unknown', 0]);
  });

  test('a message that is reported as recalled is recalled', async () => {
    const admin = holder.connect('v2');
    const sent = await admin.sendGroupMsg({
      roomId: room,
      elements: [{ type: 'text', text: `recall ${await someone()}.` }],
    });
    const seq = sent.ok ? (sent.value.seq ?? -1) : -1;
    await inject('group_msg_recall');
    expect(codeOf(await admin.groupMsgRecall({ roomId: room, seqs: [seq] }))).toBe('done');
    // The service has no such message any more, which proves that the first recall took it.
    expect(codeOf(await admin.groupMsgRecall({ roomId: room, seqs: [seq] }))).toBe(10030);
  });

  test('a room is made once, muted and dissolved as reported', async () => {
    const admin = holder.connect('v2');
    const roomId = `made-${kind}`;
    await inject('create_group');
    expect(codeOf(await admin.createGroup({ roomId, name: 'N' }))).toBe('done');
    await inject('modify_group_base_info');
    expect(codeOf(await admin.modifyGroupBaseInfo({ roomId, muteAll: true }))).toBe('done');
    expect((await holder.look(roomId))?.muteAll).toBe(true);
    await inject('destroy_group');
    expect(codeOf(await admin.destroyGroup({ roomId }))).toBe('done');
    expect(await holder.look(roomId)).toBeUndefined();
  });

  test('when it goes on the failure is reported, and nothing was done behind anybody’s back', async () => {
    const userId = await someone();
    await inject('forbid_send_msg', 1000);
    const result = await holder
      .connect('v2')
      .forbidSendMsg({ roomId: room, userIds: [userId], seconds: 600 });
    await holder.service.controlCall('faults', { rest: [] });
    expect(result.ok).toBe(false);
    expect((await holder.look(room))?.mutes.filter((one) => one.userId === userId)).toEqual([]);
  });
});
