import { describe, expect, it } from 'vitest';
import type { RoomInfoView } from '../../../main/contract/models/room-info.ts';
import {
  changesOf,
  newRoomProblems,
  roomIdProblem,
  textProblems,
} from '../../../renderer/panel/features/rooms-page/read-room.ts';
import {
  emptyRooms,
  withoutRoom,
  withPage,
  withRoom,
  withRoomPart,
} from '../../../renderer/panel/features/rooms-page/rooms.ts';

const info = (roomId: string, name = roomId): RoomInfoView => ({
  roomId,
  name,
  introduction: '',
  notice: '',
  ownerId: 'luna',
  muteAll: false,
});
const page = (ids: readonly string[], total: number, cursor?: string) => ({
  rooms: ids.map((roomId) => ({ roomId, info: info(roomId) })),
  total,
  ...(cursor !== undefined && { cursor }),
});
const listed = (state: typeof emptyRooms) => state.rooms.map(({ roomId }) => roomId);

describe('the list of rooms', () => {
  it('grows page by page, and a room that moved between two pages is in it once', () => {
    const first = withPage(emptyRooms, page(['a', 'b'], 3, '17'));
    expect(first.cursor).toBe('17');
    const both = withPage(first, page(['b', 'c'], 3));
    expect(listed(both)).toEqual(['a', 'b', 'c']);
    expect(both.cursor).toBeUndefined();
  });

  it('shows an edit in its place and a new room at the top', () => {
    const state = withPage(emptyRooms, page(['a', 'b'], 2));
    const edited = withRoom(state, info('b', 'New name'));
    expect(edited.rooms[1]).toEqual({ roomId: 'b', info: info('b', 'New name') });
    expect(edited.total).toBe(2);
    const grown = withRoom(state, info('z'));
    expect([listed(grown), grown.total]).toEqual([['z', 'a', 'b'], 3]);
  });

  it('lets go of a dissolved room and of what was open under it', () => {
    const open = withRoomPart(withPage(emptyRooms, page(['a', 'b'], 2)), 'a', 'dissolve');
    const gone = withoutRoom(open, 'a');
    expect([listed(gone), gone.total, gone.part]).toEqual([['b'], 1, null]);
    expect(withoutRoom(open, 'b').part).toEqual({ roomId: 'a', part: 'dissolve' });
    expect(withoutRoom(open, 'unknown').total).toBe(2);
  });

  it('has one part open in all, and the same button closes it', () => {
    const edit = withRoomPart(emptyRooms, 'a', 'edit');
    expect(withRoomPart(edit, 'b', 'admins').part).toEqual({ roomId: 'b', part: 'admins' });
    expect(withRoomPart(edit, 'a', 'edit').part).toBeNull();
  });
});

describe('a room’s form', () => {
  it('counts in bytes, as the service does', () => {
    const texts = { name: '夜'.repeat(11), notice: '', introduction: 'x'.repeat(240) };
    expect(textProblems(texts)).toEqual({ name: { what: 'bytes', limit: 30, used: 33 } });
    expect(textProblems({ ...texts, name: '' })).toEqual({ name: { what: 'needed' } });
  });

  it('lets the service make the ID, and takes no ID of the service’s own kind', () => {
    expect(roomIdProblem('', true)).toBeUndefined();
    expect(roomIdProblem('', false)).toEqual({ what: 'needed' });
    expect(roomIdProblem('@TGS#1', true)).toEqual({ what: 'newRoomId' });
    expect(roomIdProblem('@TGS#1', false)).toBeUndefined();
    expect(roomIdProblem('x'.repeat(49), false)).toEqual({ what: 'roomId' });
    const room = { name: 'a', notice: '', introduction: '', roomId: '', ownerId: 'x'.repeat(33) };
    expect(newRoomProblems(room)).toEqual({ ownerId: { what: 'userId' } });
  });

  it('sends only what was changed', () => {
    const before = { name: 'a', notice: 'b', introduction: 'c' };
    expect(changesOf(before, { ...before, notice: '' })).toEqual({ notice: '' });
    expect(changesOf(before, before)).toEqual({});
  });
});
