import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Comment, FeedItem } from '../../../main/contract/models/feed-item.ts';
import { keyHolder } from '../../support/key-holder.ts';
import { startCloud, startLivedeck, viewerSays } from '../accounts/rig.ts';
import { connectPage, ready } from '../overlay/page-double.ts';

let cloud: Awaited<ReturnType<typeof startCloud>>;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  cloud = await startCloud(['--audience', 'off', '--rooms', '8']);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => cloud.stop());

/** Livedeck with one of the service's rooms open, an overlay page, and another desk at the same service. */
const start = async (roomIndex: number, overlay: { readonly holdMs?: number } = {}) => {
  const roomId = cloud.rooms[roomIndex] ?? '';
  const livedeck = await startLivedeck();
  const { url } = await livedeck.must('overlay:url', { overlayId: 'main' });
  await livedeck.must('overlay:configure', { overlayId: 'main', patch: { holdMs: 0, ...overlay } });
  const page = await connectPage(url);
  page.send(ready);
  await page.frame('hello');
  ends.push(async () => {
    await page.close();
    await livedeck.stop();
  });
  const { accountId } = await livedeck.must('account:add', keyHolder(cloud));
  await livedeck.ready(accountId);
  const { roomKey } = await livedeck.must('room:open', { accountId, roomId });
  await livedeck.live(roomKey);
  const onAir = async (text: string, kind = 'comment') => {
    const { items } = await page.frame('show', (frame) =>
      frame.items.some((item) => item.text === text && item.kind === kind),
    );
    return items.find((item) => item.text === text)?.id ?? '';
  };
  return {
    ...livedeck,
    page,
    roomKey,
    onAir,
    says: async (text: string, userId = 'viewer') => {
      const { MsgSeq } = await viewerSays(cloud, roomId, userId, text);
      const said = (item: FeedItem) => item.kind === 'comment' && item.text === text;
      return { seq: Number(MsgSeq), comment: (await livedeck.untilItem(said)) as Comment };
    },
    /** As another desk does, or the vendor's console: this Livedeck hears of it from the room. */
    recallElsewhere: (seq: number) =>
      cloud.restCall('group_open_http_svc/group_msg_recall', {
        GroupId: roomId,
        MsgSeqList: [{ MsgSeq: seq }],
      }),
    pin: async (text: string, itemId: string) => {
      await livedeck.must('overlay:pin', { roomKey, itemId });
      return onAir(text, 'pin');
    },
    purged: (id: string) => page.frame('purge', ({ ids = [] }) => ids.includes(id)),
    nothingPinned: () => livedeck.until('overlays', ({ main }) => (main?.pinned === '' ? main : undefined)),
    isPinned: (itemId: string) =>
      livedeck.until('overlays', ({ main }) => (main?.pinned === itemId ? main : undefined)),
  };
};

describe('a comment that is recalled at another desk', () => {
  it('goes off the picture, and cannot be pinned', async () => {
    const desk = await start(0);
    const { seq, comment } = await desk.says('to be recalled');
    const id = await desk.onAir('to be recalled');
    await desk.recallElsewhere(seq);
    await desk.purged(id);
    expect(await desk.call('overlay:pin', { roomKey: desk.roomKey, itemId: comment.id })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', text: { en: expect.stringContaining('recalled') } },
    });
  });

  it('is taken off the pinned place', async () => {
    const desk = await start(1);
    const { seq, comment } = await desk.says('pinned');
    await desk.pin('pinned', comment.id);
    await desk.isPinned(comment.id);
    await desk.recallElsewhere(seq);
    await desk.nothingPinned();
  });

  it('never goes on air where it still waited for that', async () => {
    const desk = await start(2, { holdMs: 3000 });
    const { seq } = await desk.says('still waiting');
    await desk.recallElsewhere(seq);
    await desk.untilItem((item) => item.kind === 'moderation' && item.act === 'recall');
    await desk.says('after it');
    await desk.onAir('after it');
    expect(desk.page.shown().map(({ text }) => text)).toEqual(['after it']);
  });

  it('is purged once where it was recalled here', async () => {
    const desk = await start(3);
    const { seq, comment } = await desk.says('recalled here');
    await desk.onAir('recalled here');
    const action = { type: 'recall', userId: 'viewer', nick: '', itemId: comment.id, seq } as const;
    await desk.must('moderation:act', { action, rooms: [desk.roomKey] });
    await desk.untilItem((item) => item.kind === 'moderation' && item.act === 'recall');
    await desk.says('after it');
    await desk.onAir('after it');
    expect(desk.page.frames.filter(({ type }) => type === 'purge')).toHaveLength(1);
  });
});

describe('what is forgotten', () => {
  it('of a person goes off the picture and the pinned place', async () => {
    const desk = await start(4);
    const { comment } = await desk.says('said by carl', 'carl');
    await desk.pin('said by carl', comment.id);
    await desk.isPinned(comment.id);
    await desk.must('history:forget-user', { roomKey: desk.roomKey, userId: 'carl' });
    const pinned = desk.page.shown().find(({ kind }) => kind === 'pin');
    await desk.page.frame('purge', ({ userKey }) => userKey === pinned?.userKey);
    await desk.nothingPinned();
    await desk.says('carl again', 'carl');
    await desk.onAir('carl again');
  });

  it('of everybody goes off the picture, too', async () => {
    const desk = await start(5);
    const { comment } = await desk.says('everything');
    await desk.pin('everything', comment.id);
    await desk.isPinned(comment.id);
    await desk.must('history:forget-everything', {});
    await desk.page.frame('purge', ({ all }) => all === true);
    await desk.nothingPinned();
  });
});

describe('a ban', () => {
  it('goes out with a reason that is longer than the service takes', async () => {
    const desk = await start(6);
    const action = { type: 'ban', userId: 'spammer', nick: 'Spammer', seconds: 600 } as const;
    const reason = '骂'.repeat(500);
    const { entries } = await desk.must('moderation:act', { action, rooms: [desk.roomKey], reason });
    expect(entries).toMatchObject([{ status: 'done', confirmed: true, reason }]);
  });
});
