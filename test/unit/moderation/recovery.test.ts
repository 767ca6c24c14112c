import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import type { ActionType } from '../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../main/contract/models/feed-item.ts';
import type { Journal } from '../../../main/core/history/journal.ts';
import { must } from '../history/test-history.ts';
import { actionOf, opened, openTestJournal } from '../history/test-journal.ts';
import { createDesk } from './desk.ts';
import { createModelGateway, refused, timedOut } from './model-gateway.ts';

const room = 'main/room';

/** A journal as a kill leaves it: opened, perhaps sent, never settled. */
const killed = (type: ActionType, sent: boolean, journal: Journal) => {
  must(journal.append([opened('left', { action: actionOf(type) })]));
  if (sent) must(journal.append([{ type: 'sending', entryId: 'left', prior: {} }]));
};

const restarted = (
  type: ActionType,
  {
    sent = true,
    applied = false,
    afterMs = 5000,
    actorIn = () => 'moderator',
  }: {
    readonly sent?: boolean;
    readonly applied?: boolean;
    readonly afterMs?: number;
    readonly actorIn?: (roomKey: RoomKey) => string;
  } = {},
) => {
  const { journal, clock } = openTestJournal();
  const model = createModelGateway(clock.now);
  killed(type, sent, journal);
  if (applied) model.control.trouble = () => undefined;
  const desk = createDesk({ journal, clock, model, actorIn });
  return {
    ...desk,
    settle: async () => {
      if (applied && type === 'mute') await model.gateway.mute(room, 'troll', 600);
      if (applied && type === 'mute-all') await model.gateway.muteAll(room, true);
      model.requests.length = 0;
      clock.advance(afterMs);
      const settled = must(await desk.moderation.reconcile());
      return settled.map(({ status, confirmed, error }) => ({ status, confirmed, error: error?.code }));
    },
  };
};

describe('after a kill', () => {
  it('what the service has is done and confirmed, and nothing is sent again', async () => {
    for (const type of ['mute', 'mute-all'] as const) {
      const desk = restarted(type, { applied: true });
      expect(await desk.settle()).toEqual([{ status: 'done', confirmed: true, error: undefined }]);
      expect(desk.model.requests).toEqual([]);
    }
  });

  it('what the service does not have is sent again, a mute with the time it has left', async () => {
    const desk = restarted('mute');
    expect(await desk.settle()).toEqual([{ status: 'done', confirmed: true, error: undefined }]);
    expect(desk.model.requests).toEqual([`mute ${room}`]);
    expect(desk.model.state()[room]?.muted).toEqual({ troll: 1_760_000_600_000 });
    expect(must(await desk.journal.verify()).entries).toBe(1);
  });

  it('an old action is not sent by itself; it has failed and can be retried', async () => {
    const desk = restarted('ban', { afterMs: 11 * 60_000 });
    expect(await desk.settle()).toEqual([{ status: 'failed', confirmed: false, error: 'timeout' }]);
    expect(desk.model.requests).toEqual([]);
    expect(must(await desk.moderation.retry({ entryId: 'left' }))).toMatchObject({ status: 'done' });
  });

  it('a notice is never sent twice', async () => {
    const sent = restarted('notice', { sent: true });
    expect(await sent.settle()).toEqual([{ status: 'failed', confirmed: false, error: 'timeout' }]);
    const unsent = restarted('notice', { sent: false });
    expect(await unsent.settle()).toEqual([{ status: 'failed', confirmed: false, error: 'unavailable' }]);
    expect([...sent.model.notices, ...unsent.model.notices]).toEqual([]);
  });

  it('a recall is sent again, for recalling twice does no harm', async () => {
    const desk = restarted('recall');
    expect(await desk.settle()).toEqual([{ status: 'done', confirmed: false, error: undefined }]);
    expect(desk.model.recalled).toEqual([`${room} 7`]);
  });

  it('what was to be hidden is hidden', async () => {
    const desk = restarted('hide-comment', { sent: false });
    expect(await desk.settle()).toEqual([{ status: 'done', confirmed: false, error: undefined }]);
    expect(must(desk.history.hidden.inRoom(room)).itemIds).toEqual(['item']);
  });

  it('waits while the service cannot be reached, and gives up after a day', async () => {
    const desk = restarted('mute');
    desk.model.control.readBack = false;
    expect(await desk.settle()).toEqual([]);
    expect(must(desk.journal.recent(1))).toMatchObject([{ status: 'pending' }]);
    desk.clock.advance(24 * 3_600_000);
    expect(await desk.settle()).toEqual([{ status: 'failed', confirmed: false, error: 'timeout' }]);
  });

  it('waits while its account is still locked, and is settled when that is open', async () => {
    const open = new Set<string>();
    const desk = restarted('mute', { actorIn: (roomKey) => (open.has(roomKey) ? 'moderator' : '') });
    const closed = appError('not-found', { en: 'Not open.', 'zh-CN': '未打开。' });
    desk.model.control.trouble = () => ({ error: closed, applied: false });
    expect(await desk.settle()).toEqual([]);
    expect(must(desk.journal.recent(1))).toMatchObject([{ status: 'pending' }]);
    expect(desk.model.requests).toEqual([]);
    open.add(room);
    desk.model.control.trouble = () => undefined;
    expect(await desk.settle()).toEqual([{ status: 'done', confirmed: true, error: undefined }]);
    expect(desk.model.requests).toEqual([`mute ${room}`]);
  });

  it('has failed where its account stays closed for a day; what concerns this console alone needs no account', async () => {
    const closed = appError('not-found', { en: 'Not open.', 'zh-CN': '未打开。' });
    const desk = restarted('mute', { actorIn: () => '', afterMs: 24 * 3_600_000 });
    desk.model.control.trouble = () => ({ error: closed, applied: false });
    expect(await desk.settle()).toEqual([{ status: 'failed', confirmed: false, error: 'not-found' }]);
    const hiding = restarted('hide-comment', { actorIn: () => '' });
    expect(await hiding.settle()).toEqual([{ status: 'done', confirmed: false, error: undefined }]);
  });

  it('what may not be asked is sent again, and has failed where that is refused too', async () => {
    const mayAct = restarted('mute');
    mayAct.model.control.trouble = (request) =>
      request === 'read' ? { error: refused, applied: false } : undefined;
    expect(await mayAct.settle()).toEqual([{ status: 'done', confirmed: false, error: undefined }]);
    const mayNot = restarted('mute');
    mayNot.model.control.trouble = () => ({ error: refused, applied: false });
    expect(await mayNot.settle()).toEqual([
      { status: 'failed', confirmed: false, error: 'refused-by-service' },
    ]);
  });

  it('an action that was replaced by a later one is not sent any more', async () => {
    const desk = restarted('mute');
    await desk.moderation.act({ action: actionOf('unmute'), rooms: [room] });
    expect(await desk.settle()).toEqual([{ status: 'failed', confirmed: false, error: 'conflict' }]);
    expect(desk.model.state()[room]?.muted).toEqual({});
  });

  it('leaves alone what is under way', async () => {
    const desk = createDesk();
    let open: () => void = () => undefined;
    desk.model.control.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const acting = desk.moderation.act({ action: actionOf('mute'), rooms: [room] });
    expect(must(await desk.moderation.reconcile())).toEqual([]);
    open();
    expect(await acting).toMatchObject([{ status: 'done' }]);
    await desk.moderation.idle();
    expect(must(desk.journal.find({ status: 'pending' }, 1))).toEqual([]);
  });

  it('an undo that was pending is carried to its end', async () => {
    const first = createDesk();
    const [entry] = await first.moderation.act({ action: actionOf('mute'), rooms: [room] });
    const undoing = opened('undoing', { action: actionOf('unmute'), undoes: entry?.id ?? '' });
    must(first.journal.append([undoing]));
    const desk = createDesk(first);
    must(await desk.moderation.reconcile());
    expect(desk.model.state()[room]?.muted).toEqual({});
    expect(must(desk.journal.entry(entry?.id ?? ''))?.entry.undoneBy).toBe('undoing');
    expect(must(desk.history.hidden.inRoom(room)).users).toEqual({});
  });
});

describe('a retry', () => {
  it('settles the same entry anew', async () => {
    const { moderation, model, journal } = createDesk();
    model.control.trouble = () => ({ error: timedOut, applied: false });
    const [entry] = await moderation.act({ action: actionOf('mute'), rooms: [room] });
    model.control.trouble = () => undefined;
    const retried = must(await moderation.retry({ entryId: entry?.id ?? '' }));
    expect(retried).toMatchObject({ id: entry?.id, status: 'done', confirmed: true });
    expect(retried).not.toHaveProperty('error');
    expect(must(journal.recent(5))).toHaveLength(1);
  });

  it('is refused for what has succeeded, was undone, or is unknown', async () => {
    const { moderation, model } = createDesk();
    const [fine] = await moderation.act({ action: actionOf('mute'), rooms: [room] });
    model.control.trouble = (request) => (request === 'ban' ? { error: refused, applied: false } : undefined);
    const [undone] = await moderation.act({ action: actionOf('ban'), rooms: [room] });
    must(await moderation.undo({}));
    const retry = async (entryId = '') => {
      const answer = await moderation.retry({ entryId });
      return answer.ok ? 'retried' : answer.error.code;
    };
    expect([await retry(fine?.id), await retry(undone?.id), await retry('nobody')]).toEqual([
      'conflict',
      'conflict',
      'not-found',
    ]);
  });

  it('of a failed undo undoes after all', async () => {
    const { moderation, model, journal } = createDesk();
    const [entry] = await moderation.act({ action: actionOf('mute'), rooms: [room] });
    model.control.trouble = (request) =>
      request === 'unmute' ? { error: timedOut, applied: false } : undefined;
    const [failed] = must(await moderation.undo({}));
    expect(failed).toMatchObject({ status: 'failed' });
    expect(must(journal.entry(entry?.id ?? ''))?.entry).not.toHaveProperty('undoneBy');
    model.control.trouble = () => undefined;
    must(await moderation.retry({ entryId: failed?.id ?? '' }));
    expect(model.state()[room]?.muted).toEqual({});
    expect(must(journal.entry(entry?.id ?? ''))?.entry.undoneBy).toBe(failed?.id);
  });
});
