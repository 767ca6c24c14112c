import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../main/contract/models/action.ts';
import { must } from '../history/test-history.ts';
import { actionOf } from '../history/test-journal.ts';
import { createDesk, type Desk } from './desk.ts';
import { refused, timedOut } from './model-gateway.ts';

const room = 'main/room';
const rooms = [room, 'main/two'];
const reversible = [
  'mute',
  'unmute',
  'ban',
  'unban',
  'hide-comment',
  'show-comment',
  'hide-user',
  'show-user',
  'mute-all',
  'unmute-all',
] as const;

/** Everything an undo has to bring back. */
const stateOf = ({ model, history }: Desk) => {
  const service = model.state();
  const none = { muted: {}, banned: {}, allMuted: false };
  return rooms.map((key) => ({ ...(service[key] ?? none), hidden: must(history.hidden.inRoom(key)) }));
};

const act = (desk: Desk, action: Action, where: readonly string[] = rooms) =>
  desk.moderation.act({ action, rooms: where });

describe('undo', () => {
  it('brings back the state before, after any actions in any order', async () => {
    const step = fc.record({
      type: fc.constantFrom(...reversible),
      user: fc.constantFrom('ann', 'bob'),
      seconds: fc.constantFrom(60, 600, 4_294_967_295),
      where: fc.constantFrom([room], ['main/two'], rooms),
      // Whole seconds, in which the service counts.
      wait: fc.integer({ min: 3, max: 200 }).map((seconds) => seconds * 1000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), step, async (before, last) => {
        const desk = createDesk();
        const take = async ({ type, user, seconds, where, wait }: typeof last) => {
          desk.clock.advance(wait);
          const action = actionOf(type, user);
          return act(desk, 'seconds' in action ? { ...action, seconds } : action, where);
        };
        for (const one of before) await take(one);
        desk.clock.advance(last.wait);
        const prior = stateOf(desk);
        const taken = await take({ ...last, wait: 0 });
        const entries = await desk.moderation.undo({});
        // A show of what was shown, or a hide of what was hidden, has nothing to undo; the act before it goes instead.
        const own = entries.ok && taken.some(({ id }) => entries.value.some(({ undoes }) => undoes === id));
        if (own) expect(stateOf(desk)).toEqual(prior);
        else expect(['hide-comment', 'show-comment']).toContain(last.type);
        expect((await desk.journal.verify()).ok).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('goes back act by act, each in all its rooms', async () => {
    const desk = createDesk();
    const states = [stateOf(desk)];
    for (const action of [
      actionOf('mute'),
      actionOf('hide-comment'),
      actionOf('mute-all'),
      actionOf('ban'),
    ]) {
      await act(desk, action);
      desk.clock.advance(5000);
      states.push(stateOf(desk));
    }
    for (const expected of states.slice(0, -1).toReversed()) {
      expect(must(await desk.moderation.undo({}))).toHaveLength(2);
      expect(stateOf(desk)).toEqual(expected);
    }
    expect(await desk.moderation.undo({})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('puts an earlier mute back with the time it had left', async () => {
    const desk = createDesk();
    await act(desk, { ...actionOf('mute'), seconds: 3600 } as Action, [room]);
    const end = desk.clock.now() + 3_600_000;
    desk.clock.advance(60_000);
    await act(desk, actionOf('mute'), [room]);
    const [undone] = must(await desk.moderation.undo({}));
    expect(undone?.action).toMatchObject({ type: 'mute', seconds: 3540 });
    expect(desk.model.state()[room]?.muted).toEqual({ troll: end });
  });

  it('marks both entries, and refuses a second time', async () => {
    const desk = createDesk();
    const [entry] = await act(desk, actionOf('mute'), [room]);
    const [undoing] = must(await desk.moderation.undo({ entryIds: [entry?.id ?? ''] }));
    expect(undoing).toMatchObject({ undoes: entry?.id, action: { type: 'unmute' }, status: 'done' });
    expect(must(desk.journal.entry(entry?.id ?? ''))?.entry.undoneBy).toBe(undoing?.id);
    expect(await desk.moderation.undo({ entryIds: [entry?.id ?? ''] })).toMatchObject({
      error: { text: { en: 'This action was already undone.' } },
    });
  });

  it('of an undo does the first action again', async () => {
    const desk = createDesk();
    await act(desk, actionOf('mute'), [room]);
    const muted = stateOf(desk);
    const [undoing] = must(await desk.moderation.undo({}));
    must(await desk.moderation.undo({ entryIds: [undoing?.id ?? ''] }));
    expect(stateOf(desk)).toEqual(muted);
  });

  it('pressed twice at once takes two acts back, not one twice', async () => {
    const desk = createDesk();
    await act(desk, actionOf('mute', 'ann'), [room]);
    await act(desk, actionOf('mute', 'bob'), [room]);
    const undone = await Promise.all([desk.moderation.undo({}), desk.moderation.undo({})]);
    const users = undone.flatMap((one) => must(one).map(({ action }) => 'userId' in action && action.userId));
    expect(users).toEqual(['bob', 'ann']);
  });

  it('waits for an act that is still on its way', async () => {
    const desk = createDesk();
    let open: () => void = () => undefined;
    desk.model.control.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const acting = act(desk, actionOf('mute'), [room]);
    const undoing = desk.moderation.undo({});
    open();
    await acting;
    expect(must(await undoing)).toMatchObject([{ action: { type: 'unmute' }, status: 'done' }]);
    expect(desk.model.state()[room]?.muted).toEqual({});
  });

  it('leaves alone what another moderator did', async () => {
    const desk = createDesk({ actorIn: () => acting });
    let acting = 'somebody else';
    await desk.moderation.act({ action: actionOf('mute'), rooms: [room] });
    acting = 'moderator';
    expect(await desk.moderation.undo({})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('says why a notice, a recall, or an action that was replaced cannot be undone', async () => {
    const desk = createDesk();
    const undo = async (entryId: string | undefined) => {
      const answer = await desk.moderation.undo({ entryIds: [entryId ?? ''] });
      return answer.ok ? 'undone' : answer.error.text.en;
    };
    const [notice] = await act(desk, actionOf('notice'), [room]);
    const [recall] = await act(desk, actionOf('recall'), [room]);
    const [short] = await act(desk, actionOf('mute'), [room]);
    await act(desk, { ...actionOf('mute'), seconds: 3600 } as Action, [room]);
    const [hidden] = await act(desk, actionOf('hide-comment'), ['main/two']);
    desk.clock.advance(3000);
    const [again] = await act(desk, actionOf('hide-comment'), ['main/two']);
    expect(await undo(notice?.id)).toContain('everybody in the room has already received it');
    expect(await undo(recall?.id)).toContain('deleted the comment for good');
    expect(await undo(short?.id)).toContain('Undo the later one first');
    expect(await undo(again?.id)).toContain('already hidden before');
    expect(await undo(hidden?.id)).toBe('undone');
    expect(await undo('nobody knows')).toContain('not in the journal');
  });

  it('without a name takes back the newest act of all open accounts, in the name of the one that did it', async () => {
    const desk = createDesk({ actorIn: (roomKey) => (roomKey.startsWith('main/') ? 'moderator' : 'second') });
    await act(desk, actionOf('mute'), [room]);
    desk.clock.advance(10);
    const [newest] = await act(desk, actionOf('ban'), ['other/room']);
    const [undone] = must(await desk.moderation.undo({}));
    expect(undone).toMatchObject({ undoes: newest?.id, actor: 'second', roomKey: 'other/room' });
    expect(must(await desk.moderation.undo({}))).toMatchObject([{ actor: 'moderator', roomKey: room }]);
  });

  it('of several entries takes back what can be and says why of the rest', async () => {
    const desk = createDesk();
    const [warned, muted] = await desk.moderation.actTogether({
      acts: [
        { action: actionOf('warn'), rooms: [room] },
        { action: actionOf('mute'), rooms: [room] },
      ],
    });
    const undone = must(
      await desk.moderation.undoTogether({ entryIds: [warned?.id ?? '', muted?.id ?? ''] }),
    );
    expect(undone.entries).toMatchObject([{ action: { type: 'unmute' }, undoes: muted?.id }]);
    expect(undone.refused).toMatchObject([{ entryId: warned?.id }]);
    expect(undone.refused[0]?.error.text.en).toContain('already been received');
  });

  it('passes over what cannot be undone', async () => {
    const desk = createDesk();
    await act(desk, actionOf('mute'), [room]);
    await act(desk, actionOf('notice'), [room]);
    expect(must(await desk.moderation.undo({}))).toMatchObject([{ action: { type: 'unmute' } }]);
  });

  it('of a refused mute shows the comments again and asks the service for nothing', async () => {
    const desk = createDesk();
    desk.model.control.trouble = (request) =>
      request === 'mute' ? { error: refused, applied: false } : undefined;
    await act(desk, actionOf('mute'), [room]);
    const before = desk.model.requests.length;
    expect(must(await desk.moderation.undo({}))).toMatchObject([
      { action: { type: 'show-user' }, status: 'done' },
    ]);
    expect(desk.model.requests).toHaveLength(before);
    expect(must(desk.history.hidden.inRoom(room)).users).toEqual({});
  });

  it('of a mute whose answer was lost unmutes to be sure', async () => {
    const desk = createDesk();
    desk.model.control.trouble = (request) =>
      request === 'mute' ? { error: timedOut, applied: true } : undefined;
    await act(desk, actionOf('mute'), [room]);
    expect(must(await desk.moderation.undo({}))).toMatchObject([
      { action: { type: 'unmute' }, status: 'done' },
    ]);
    expect(desk.model.state()[room]?.muted).toEqual({});
  });

  it('keeps hidden what was hidden for another reason', async () => {
    const desk = createDesk();
    await act(desk, actionOf('hide-comment'), [room]);
    await act(desk, actionOf('mute'), [room]);
    must(await desk.moderation.undo({}));
    expect(desk.screen.slice(-2)).toEqual([
      { do: 'show', roomKey: room, target: { userId: 'troll' } },
      { do: 'hide', roomKey: room, target: { itemIds: ['item'] } },
    ]);
  });

  it('does not show a user whom somebody has hidden since', async () => {
    const desk = createDesk();
    const [mute] = await act(desk, actionOf('mute'), [room]);
    await act(desk, actionOf('hide-user'), [room]);
    must(await desk.moderation.undo({ entryIds: [mute?.id ?? ''] }));
    expect(must(desk.history.hidden.inRoom(room)).users).toEqual({ troll: null });
  });
});
