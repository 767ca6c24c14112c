import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../../main/contract/feed-port.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import { createInbox } from '../../../main/feed-process/inbox.ts';

const rig = (isJoining = (_roomId: string) => false) => {
  const events: FeedEvent[] = [];
  let due: (() => void) | undefined;
  const removed: string[] = [];
  const inbox = createInbox({
    now: () => 5_000_000,
    monotonic: () => 0,
    timers: {
      setTimeout: (run) => {
        due = run;
        return setTimeout(() => undefined, 0);
      },
      clearTimeout,
    },
    emit: (event) => events.push(event),
    judge: () => cleanVerdict,
    joinedRooms: () => ['r1', 'r2'],
    isWanted: (roomId) => roomId !== 'left',
    isJoining,
    roleOf: (_roomId, userId) => (userId === 'vj' ? 'vj' : undefined),
    onRemoved: (roomId, why) => removed.push(`${roomId} ${why}`),
  });
  const batches = () => events.filter((event) => event.type === 'batch');
  return {
    inbox,
    removed,
    batches,
    flush: () => due?.(),
    items: () => batches().flatMap((batch) => batch.items.map((item) => ({ roomId: batch.roomId, ...item }))),
  };
};

const comment = (index: number, fields: Record<string, unknown> = {}) => ({
  ID: `144-${index}-9`,
  type: 'TIMTextElem',
  conversationType: 'GROUP',
  to: 'r1',
  from: 'kk',
  nick: 'kk',
  time: 5000,
  sequence: index,
  payload: { text: `comment ${index}` },
  ...fields,
});

describe('the inbox', () => {
  it('marks what comes while a join is under way as said before', () => {
    const { inbox, items, flush } = rig((roomId) => roomId === 'r1');
    inbox.received([comment(1), comment(2, { to: 'r2' })]);
    flush();
    expect(items().map(({ roomId, past }) => [roomId, past])).toEqual([
      ['r1', true],
      ['r2', undefined],
    ]);
  });

  it('hands on what came within 50 ms as one batch a room', () => {
    const { inbox, batches, flush } = rig();
    inbox.received([comment(1), comment(2)]);
    inbox.received([comment(3), comment(4, { to: 'r2' })]);
    expect(batches()).toEqual([]);
    flush();
    expect(batches().map((batch) => [batch.roomId, batch.items.length])).toEqual([
      ['r1', 3],
      ['r2', 1],
    ]);
  });

  it('lets each message through once, also when 150 are delivered again', () => {
    const { inbox, items, flush } = rig();
    const many = Array.from({ length: 150 }, (_, index) => comment(index));
    inbox.received(many);
    inbox.received(many);
    flush();
    expect(items()).toHaveLength(150);
  });

  it('tells repeats of REST messages apart though the SDK gives them a new ID each time', () => {
    const { inbox, items, flush } = rig();
    const rest = { from: 'administrator', random: 77, sequence: 9 };
    inbox.received([comment(1, { ...rest, ID: '-1795404432-77' })]);
    inbox.received([comment(1, { ...rest, ID: '-1795404435-77' })]);
    flush();
    expect(items()).toHaveLength(1);
  });

  it('shows our own message once, though the service may echo it', () => {
    const { inbox, items, flush } = rig();
    inbox.sent(comment(1, { flow: 'out' }));
    inbox.received([comment(1)]);
    flush();
    expect(items()).toMatchObject([{ kind: 'comment', own: true }]);
  });

  it('marks what the VJ says as the VJ’s, whatever the message claims', () => {
    const { inbox, items, flush } = rig();
    inbox.received([comment(1, { from: 'vj' }), comment(2, { nick: 'vj' })]);
    flush();
    expect(items()).toMatchObject([{ person: { userId: 'vj', role: 'vj' } }, { person: { userId: 'kk' } }]);
    expect(items()[1]).not.toHaveProperty('person.role');
  });

  it('puts a broadcast into every joined room', () => {
    const { inbox, items, flush } = rig();
    inbox.received([comment(1, { to: null, conversationType: '', isBroadcastMessage: true })]);
    flush();
    expect(items().map((item) => item.roomId)).toEqual(['r1', 'r2']);
  });

  it('tells when the service took us out of a room', () => {
    const { inbox, removed } = rig();
    inbox.received([
      comment(1, {
        type: 'TIMGroupSystemNoticeElem',
        conversationType: '@TIM#SYSTEM',
        payload: { operationType: 21, groupProfile: { groupID: 'r1' } },
      }),
    ]);
    expect(removed).toEqual(['r1 banned']);
  });

  it('learns the convention of a room from its comments', () => {
    const { inbox, batches, flush } = rig();
    const lvb = JSON.stringify({ userAction: 1, userId: 'x', msg: 'hello' });
    inbox.received(Array.from({ length: 8 }, (_, index) => comment(index, { payload: { text: lvb } })));
    flush();
    expect(batches()[0]).toMatchObject({ convention: 'mini-lvb' });
  });

  describe('told of a recall', () => {
    const recall = (ID: string, sequence: number) => ({
      conversationID: 'GROUPr1',
      ID,
      sequence,
      revoker: 'vj',
      revokerInfo: { userID: 'vj', nick: 'Moon', avatar: '' },
    });
    const fromRest = comment(9, { ID: '-1795404432-77', from: 'administrator', random: 77 });

    it('names the message by the ID of both', () => {
      const { inbox, items, flush } = rig();
      inbox.received([comment(1), comment(2)]);
      inbox.revoked([recall('144-2-9', 2)]);
      flush();
      expect(items().at(-1)).toMatchObject({ kind: 'moderation', act: 'recall', itemIds: ['144-2-9'] });
    });

    it('finds a message that came over REST, without an ID of the service, by its number', () => {
      const { inbox, items, flush } = rig();
      inbox.received([comment(1), fromRest]);
      inbox.revoked([recall('undefined-undefined-77', 9)]);
      flush();
      expect(items().at(-1)).toMatchObject({ itemIds: expect.arrayContaining([items()[1]?.id]) });
    });

    it('takes no other message for it: not of another room, not one that has the ID, not a broadcast', () => {
      const { inbox, items, flush } = rig();
      inbox.received([comment(9, { to: 'r2' }), comment(1, { sequence: 8 }), comment(2, { sequence: 8 })]);
      inbox.received([comment(7, { to: null, conversationType: '', isBroadcastMessage: true })]);
      inbox.revoked([recall('144-5-9', 9), recall('144-1-9', 8), recall('144-6-9', 7)]);
      flush();
      const recalled = items().flatMap((item) => (item.kind === 'moderation' ? [item.itemIds] : []));
      expect(recalled).toEqual([['144-5-9'], ['144-1-9'], ['144-6-9']]);
    });
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (messages) => {
        const { inbox, flush } = rig();
        inbox.received(messages);
        inbox.revoked(messages);
        inbox.counter(messages[0]);
        flush();
      }),
    );
  });
});
