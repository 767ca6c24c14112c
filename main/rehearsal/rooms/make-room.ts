import { type Answer, done, refuse } from '../answer.ts';
import { createRoom, type Room } from '../state/room.ts';
import type { World } from '../world.ts';

type NewRoom = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly ownerId: string;
  readonly introduction: string;
  readonly notification: string;
  readonly faceUrl: string;
  readonly appDefined: readonly { readonly Key: string; readonly Value: string }[];
};

/** A GroupId as the cloud invents one for a live room. */
const inventId = (world: World): string =>
  `@TGS#a${world.random.uint32().toString(36).toUpperCase()}${world.random.uint32().toString(36).toUpperCase()}`;

/** "printable ASCII, at most 48 B, not starting with @TGS#" (tencent-im A3). */
const isValidId = (id: string): boolean => /^[\x20-\x7e]{1,48}$/.test(id) && !id.startsWith('@TGS#');

export const addRoom = (world: World, room: NewRoom & { readonly id: string }): Room => {
  const { id, name, ownerId, introduction, notification, faceUrl, appDefined } = room;
  const made = createRoom({
    id,
    profile: { name, ownerId, introduction, notification, faceUrl, appDefined },
    now: world.clock.wall,
    cap: () => world.settings.roomCap,
    random: world.random,
  });
  world.rooms.set(id, made);
  return made;
};

export const makeRoom = (world: World, input: NewRoom): Answer => {
  const id = input.id ?? inventId(world);
  if (input.id !== undefined && !isValidId(input.id)) return refuse(10015);
  const taken = world.rooms.get(id);
  if (taken !== undefined) return refuse(taken.profile.ownerId === input.ownerId ? 10025 : 10021);
  if (input.ownerId !== '' && world.accounts.get(input.ownerId) === undefined) {
    return refuse(10019, `import ${input.ownerId} first`);
  }
  if (world.rooms.size >= world.limits().rooms) return refuse(10036);
  addRoom(world, { ...input, id });
  return done({ GroupId: id, Type: 'AVChatRoom', HugeGroupFlag: 1 });
};
