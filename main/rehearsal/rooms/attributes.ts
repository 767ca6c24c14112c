import { type Answer, done, refuse } from '../answer.ts';
import type { Room } from '../state/room.ts';
import type { World } from '../world.ts';
import { systemDraft } from './tips.ts';

type AttributeInput = { readonly key: string; readonly value: string };

/** OpType of an attribute notice (sdk-wire 7.4, and the SDK's own list: 1 set, 2 modify, 3 clear, 4 delete). */
const operations = { set: 1, modify: 2, clear: 3, delete: 4 } as const;
type Operation = keyof typeof operations;

/** Limits of tencent-im A9. */
const maxKeys = 16;
const maxKeyBytes = 32;
const maxValueBytes = 4_000;
const maxTotalBytes = 16_000;

const bytes = (text: string): number => Buffer.byteLength(text);

const limitFault = (all: ReadonlyMap<string, string>): Answer | undefined => {
  let total = 0;
  for (const [key, value] of all) {
    if (key === '' || bytes(key) > maxKeyBytes) return refuse(10045);
    if (bytes(value) > maxValueBytes) return refuse(10046);
    total += bytes(key) + bytes(value);
  }
  if (all.size > maxKeys) return refuse(10047);
  return total > maxTotalBytes ? refuse(10048) : undefined;
};

const tell = (world: World, room: Room, operation: Operation, keys: readonly string[]): void => {
  const option = {
    GroupAttrSeq: room.attributeSeq,
    PushChangedAttrValFlag: 1,
    OpType: operations[operation],
    GroupAttrInfo: keys.map((Key) => ({
      Key,
      Val: room.attributes.get(Key)?.value ?? '',
      SubKeySeq: room.attributes.get(Key)?.seq ?? 0,
    })),
  };
  const body = { MsgGroupNewInfo: { GroupAttrOption: option } };
  world.delivery.post(room, 'system', systemDraft(world, room, 6, body));
};

export const attributeList = (room: Room): readonly { key: string; value: string; seq: number }[] =>
  [...room.attributes].map(([key, { value, seq }]) => ({ key, value, seq }));

const written = (room: Room, keys: readonly string[]): Answer =>
  done({
    AttrMainSeq: room.attributeSeq,
    GroupAttrAry: keys.map((key) => ({ key, seq: room.attributes.get(key)?.seq ?? 0 })),
  });

/** `set` replaces all attributes, `modify` adds to them. `mainSeq` given and out of date is a conflict (10056). */
export const writeAttributes = (
  world: World,
  room: Room,
  operation: 'set' | 'modify',
  items: readonly AttributeInput[],
  mainSeq: number | undefined,
): Answer => {
  if (mainSeq !== undefined && mainSeq !== room.attributeSeq) return refuse(10056);
  const kept = operation === 'set' ? [] : attributeList(room).map(({ key, value }) => [key, value] as const);
  const next = new Map<string, string>([...kept, ...items.map(({ key, value }) => [key, value] as const)]);
  const fault = limitFault(next);
  if (fault !== undefined) return fault;
  room.attributeSeq += 1;
  if (operation === 'set') room.attributes.clear();
  for (const { key, value } of items) room.attributes.set(key, { value, seq: room.attributeSeq });
  const keys = items.map((item) => item.key);
  tell(world, room, operation, keys);
  return written(room, keys);
};

/** Deletes the named attributes, or all of them when `keys` is undefined. */
export const deleteAttributes = (
  world: World,
  room: Room,
  keys: readonly string[] | undefined,
  mainSeq: number | undefined,
): Answer => {
  if (mainSeq !== undefined && mainSeq !== room.attributeSeq) return refuse(10056);
  if (keys?.some((key) => !room.attributes.has(key)) === true) return refuse(10050);
  room.attributeSeq += 1;
  if (keys === undefined) room.attributes.clear();
  else for (const key of keys) room.attributes.delete(key);
  tell(world, room, keys === undefined ? 'clear' : 'delete', keys ?? []);
  return written(room, keys ?? []);
};
