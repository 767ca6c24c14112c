import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../../main/contract/feed-port.ts';
import { createRooms } from '../../../main/feed-process/rooms.ts';
import type { Sdk } from '../../../main/feed-process/sdk.ts';

const settled = () => new Promise((done) => setTimeout(done, 0));

/** Rooms of an SDK that answers joins so. */
const rig = (answer: unknown) => {
  const events: FeedEvent[] = [];
  const rooms = createRooms({
    sdk: () => ({ joinGroup: async () => answer }) as unknown as Sdk,
    timers: { setTimeout: () => setTimeout(() => undefined, 0), clearTimeout },
    emit: (event) => events.push(event),
    onJoined: () => undefined,
    countOnline: () => false,
  });
  return { rooms, states: () => events.flatMap((event) => (event.type === 'room' ? [event.state] : [])) };
};

describe('a room', () => {
  it('is joined when the service let us in', async () => {
    const group = { name: 'Night show', ownerID: 'vj', muteAllMembers: 'Off' };
    const { rooms, states } = rig({ data: { status: 'JoinedSuccess', group } });
    rooms.join('r1');
    await settled();
    expect(states().at(-1)).toEqual({ state: 'joined', name: 'Night show', ownerId: 'vj', muteAll: false });
  });

  it('that has yet to let us in does not look live', async () => {
    const { rooms, states } = rig({ data: { status: 'WaitAdminApproval' } });
    rooms.join('r1');
    await settled();
    expect(states().at(-1)).toMatchObject({ state: 'left', failure: { code: 2660 } });
    expect(rooms.joined()).toEqual([]);
  });
});
