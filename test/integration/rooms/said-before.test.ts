import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Comment, FeedItem } from '../../../main/contract/models/feed-item.ts';
import { keyHolder } from '../../support/key-holder.ts';
import { createKeychain, type Livedeck, startCloud, startLivedeck, viewerSays } from '../accounts/rig.ts';
import { connectPage, ready } from '../overlay/page-double.ts';

const ladder = { steps: [{ atStrike: 1, do: 'mute' as const, seconds: 600 }], forgetAfterSeconds: 3600 };

let cloud: Awaited<ReturnType<typeof startCloud>>;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  cloud = await startCloud(['--audience', 'off', '--rooms', '6']);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => cloud.stop());

const isComment =
  (text: string) =>
  (item: FeedItem): boolean =>
    item.kind === 'comment' && item.text === text;

const says = (roomId: string, userId: string, text: string) => viewerSays(cloud, roomId, userId, text);

/** Livedeck with an overlay page; started again on the same data folder, it opens what was open. */
const start = async (options: Parameters<typeof startLivedeck>[0] = {}) => {
  const livedeck = await startLivedeck({ seal: createKeychain(), ...options });
  const { url } = await livedeck.must('overlay:url', { overlayId: 'main' });
  const page = await connectPage(url);
  page.send(ready);
  await page.frame('hello');
  let isOver = false;
  const end = async () => {
    if (isOver) return;
    isOver = true;
    await page.close();
    await livedeck.stop();
  };
  ends.push(end);
  return {
    ...livedeck,
    end,
    page,
    onAir: (text: string) => page.frame('show', ({ items }) => items.some((item) => item.text === text)),
    shown: () => page.shown().map(({ text }) => text),
    comment: async (text: string) => (await livedeck.untilItem(isComment(text))) as Comment,
  };
};

const openRoom = async (livedeck: Livedeck, roomId: string): Promise<string> => {
  const asked = { ...keyHolder(cloud), protection: { by: 'os' } } as const;
  const { accountId } = await livedeck.must('account:add', asked);
  await livedeck.ready(accountId);
  const { roomKey } = await livedeck.must('room:open', { accountId, roomId });
  await livedeck.live(roomKey);
  return roomKey;
};

const heldAs = (livedeck: Pick<Livedeck, 'until'>, text: string) =>
  livedeck.until('held', (all) => Object.values(all).find(({ item }) => item.text === text));

describe('what was said before a room was opened, which the service gives to whoever joins', () => {
  it('is in the feed and not on the picture', async () => {
    const [room = ''] = cloud.rooms;
    await says(room, 'early', 'said before');
    const livedeck = await start();
    await openRoom(livedeck, room);
    const before = await livedeck.comment('said before');
    await says(room, 'late', 'said now');
    await livedeck.onAir('said now');
    expect(livedeck.shown()).toEqual(['said now']);
    expect(before).toMatchObject({ past: true });
  });

  it('sets off no automatic action, and can be let through where it was held', async () => {
    const [, room = ''] = cloud.rooms;
    await says(room, 'seller', 'badword for sale');
    const livedeck = await start();
    await livedeck.must('words:save', { rules: [{ kind: 'word', text: 'badword', level: 'hold', ladder }] });
    await openRoom(livedeck, room);
    const { id } = await livedeck.comment('badword for sale');
    await says(room, 'other', 'badword again');
    await livedeck.comment('badword again');
    const { entries } = await livedeck.must('journal:recent', { limit: 100 });
    expect(entries.map(({ action }) => ('userId' in action ? action.userId : ''))).toEqual(['other']);
    const held = await livedeck.until('held', (all) => Object.values(all).find(({ item }) => item.id === id));
    await livedeck.must('held:decide', { ids: [held.id], decision: 'approve' });
    await livedeck.onAir('badword for sale');
  });

  it('stays hidden after a restart where its author was muted', async () => {
    const [, , room = ''] = cloud.rooms;
    const seal = createKeychain();
    const first = await start({ seal });
    const roomKey = await openRoom(first, room);
    await says(room, 'troll', 'to be hidden');
    const before = await first.comment('to be hidden');
    const mute = { type: 'mute', userId: 'troll', nick: 'troll', seconds: 600 } as const;
    await first.must('moderation:act', { action: mute, rooms: [roomKey] });
    await first.end();
    const again = await start({ dataDir: first.dataDir, seal });
    await again.live(roomKey);
    await says(room, 'viewer', 'said now');
    await again.comment('said now');
    const { items, hidden } = await again.must('feed:recent', { roomKey });
    expect(items.filter(isComment('to be hidden'))).toEqual([before]);
    expect(hidden.users.troll).toBeGreaterThanOrEqual(before.receivedAt);
  });

  it('is not held again after a restart where it was let through', async () => {
    const [, , , room = ''] = cloud.rooms;
    const seal = createKeychain();
    const first = await start({ seal });
    await first.must('words:save', { rules: [{ kind: 'word', text: 'badword', level: 'hold' }] });
    const roomKey = await openRoom(first, room);
    for (const text of ['badword, approved', 'badword, open']) await says(room, 'viewer', text);
    const { id } = await heldAs(first, 'badword, approved');
    await first.must('held:decide', { ids: [id], decision: 'approve' });
    await first.end();
    const again = await start({ dataDir: first.dataDir, seal });
    await again.live(roomKey);
    await heldAs(again, 'badword, open');
    expect(Object.keys(await again.state('held'))).toHaveLength(1);
    const { items } = await again.must('feed:recent', { roomKey });
    const levels = items.flatMap((item) =>
      item.kind === 'comment' ? [[item.text, item.verdict.level]] : [],
    );
    expect(levels).toEqual([
      ['badword, approved', 'clean'],
      ['badword, open', 'hold'],
    ]);
  });

  it('tells for how long nothing is stored, where more may have been said than the service still has', async () => {
    const [, , , , , room = ''] = cloud.rooms;
    const seal = createKeychain();
    const first = await start({ seal });
    const roomKey = await openRoom(first, room);
    await says(room, 'viewer', 'before the end');
    await first.comment('before the end');
    await first.end();
    const history = new DatabaseSync(join(first.dataDir, 'history.db'));
    history.exec('UPDATE items SET received = received - 3600000');
    history.close();
    for (let n = 1; n <= 25; n += 1) await says(room, 'viewer', `nobody was here ${n}`);
    const again = await start({ dataDir: first.dataDir, seal });
    await again.comment('nobody was here 25');
    const { items } = await again.must('feed:recent', { roomKey });
    const lines = items.map((item) => (item.kind === 'comment' ? item.text : item.kind));
    expect(lines.slice(0, 3)).toEqual(['before the end', 'gap', 'nobody was here 6']);
    expect(lines).toHaveLength(22);
  });

  it('waits again where its room was closed before anybody had decided', async () => {
    const [, , , , room = ''] = cloud.rooms;
    const livedeck = await start();
    await livedeck.must('words:save', { rules: [{ kind: 'word', text: 'badword', level: 'hold' }] });
    const roomKey = await openRoom(livedeck, room);
    const { accountId, roomId } = (await livedeck.state('rooms'))[roomKey] ?? { accountId: '', roomId: '' };
    await says(room, 'viewer', 'badword, undecided');
    await heldAs(livedeck, 'badword, undecided');
    await livedeck.must('room:close', { roomKey });
    await livedeck.until('held', (all) => (Object.keys(all).length === 0 ? all : undefined));
    await livedeck.must('room:open', { accountId, roomId });
    const { id } = await heldAs(livedeck, 'badword, undecided');
    await livedeck.must('held:decide', { ids: [id], decision: 'approve' });
    await livedeck.onAir('badword, undecided');
  });
});
