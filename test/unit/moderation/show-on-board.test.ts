import { describe, expect, it } from 'vitest';
import { MUTE_FOREVER_SECONDS } from '../../../main/contract/models/action.ts';
import { showOnBoard } from '../../../main/core/moderation/show-on-board.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { createRoomBoard } from '../../../main/core/rooms/room-board.ts';
import { createMirror } from '../../../main/core/state/mirror.ts';
import { must } from '../history/test-history.ts';
import { actionOf } from '../history/test-journal.ts';
import { createDesk } from './desk.ts';
import { timedOut } from './model-gateway.ts';

const room = 'main/room';

/** A desk whose entries are shown on a real board, as the service's own word never comes. */
const openRoom = () => {
  const mirror = createMirror(
    { rooms: {}, pressure: {} } as unknown as Parameters<typeof createMirror>[0],
    () => undefined,
  );
  const board = createRoomBoard({
    mirror,
    clock: { ...systemClock, setInterval: () => setTimeout(() => undefined, 0) },
    pressure: () => [],
    explain: () => timedOut,
    onClosed: () => undefined,
  });
  board.open('main', 'room');
  const desk = createDesk({ onEntry: (entry, until) => showOnBoard(board, entry, until) });
  return {
    ...desk,
    shown: () => ({ muteAll: board.get(room)?.muteAll, muted: board.get(room)?.muted }),
  };
};

describe('what a room is shown to be', () => {
  it('is open again after a mute of everybody was undone', async () => {
    const { moderation, shown } = openRoom();
    await moderation.act({ action: actionOf('mute-all'), rooms: [room] });
    expect(shown().muteAll).toBe(true);
    must(await moderation.undo({}));
    expect(shown().muteAll).toBe(false);
  });

  it('is that nobody is muted after a mute was undone, and that somebody is after an unmute was', async () => {
    const { moderation, shown, clock } = openRoom();
    await moderation.act({ action: actionOf('mute'), rooms: [room] });
    const until = clock.now() + 600_000;
    expect(shown().muted).toEqual({ troll: until });
    await moderation.act({ action: actionOf('unmute'), rooms: [room] });
    expect(shown().muted).toEqual({});
    must(await moderation.undo({}));
    expect(shown().muted).toEqual({ troll: until });
    await moderation.act({ action: actionOf('mute', 'other'), rooms: [room] });
    must(await moderation.undo({}));
    expect(shown().muted).toEqual({ troll: until });
  });

  it('is a mute that ends when the service says so, also where it was sent by a second try', async () => {
    const { moderation, model, shown, clock } = openRoom();
    model.control.trouble = () => ({ error: timedOut, applied: false });
    const [entry] = await moderation.act({ action: actionOf('mute'), rooms: [room] });
    expect(shown().muted).toEqual({});
    model.control.trouble = () => undefined;
    clock.advance(300_000);
    must(await moderation.retry({ entryId: entry?.id ?? '' }));
    expect(shown().muted).toEqual({ troll: clock.now() + 600_000 });
  });

  it('is a mute without an end where it has none', async () => {
    const { moderation, shown } = openRoom();
    const forever = { type: 'mute', userId: 'troll', nick: 'troll', seconds: MUTE_FOREVER_SECONDS } as const;
    await moderation.act({ action: forever, rooms: [room] });
    expect(shown().muted).toEqual({ troll: null });
  });
});
