import { roomIdSchema } from '../../../../main/contract/models/room.ts';
import { bytesOf, userIdProblem } from '../accounts-page/index.ts';

/** Limits of the service, in bytes of UTF-8 (tencent-im A3). */
export const roomLimits = { name: 30, notice: 300, introduction: 240 } as const;
export type LimitedField = keyof typeof roomLimits;

export type RoomProblem =
  | { readonly what: 'needed' | 'roomId' | 'newRoomId' | 'userId' }
  | { readonly what: 'bytes'; readonly limit: number; readonly used: number };
export type RoomProblems = Readonly<Record<string, RoomProblem>>;

export type RoomTexts = {
  readonly name: string;
  readonly notice: string;
  readonly introduction: string;
};

const limited = (fields: RoomTexts, name: LimitedField): RoomProblem | undefined => {
  const used = bytesOf(fields[name]);
  return used > roomLimits[name] ? { what: 'bytes', limit: roomLimits[name], used } : undefined;
};

const known = (problems: Readonly<Record<string, RoomProblem | undefined>>): RoomProblems =>
  Object.fromEntries(
    Object.entries(problems).filter((one): one is [string, RoomProblem] => one[1] !== undefined),
  );

export const textProblems = (fields: RoomTexts): RoomProblems =>
  known({
    name: fields.name === '' ? { what: 'needed' } : limited(fields, 'name'),
    notice: limited(fields, 'notice'),
    introduction: limited(fields, 'introduction'),
  });

export const roomIdProblem = (roomId: string, isNew: boolean): RoomProblem | undefined => {
  if (roomId === '') return isNew ? undefined : { what: 'needed' };
  if (!roomIdSchema.safeParse(roomId).success) return { what: 'roomId' };
  return isNew && roomId.startsWith('@TGS#') ? { what: 'newRoomId' } : undefined;
};

/** What is wrong with a new room's form; nothing where it can be sent. */
export const newRoomProblems = (
  fields: RoomTexts & { readonly roomId: string; readonly ownerId: string },
): RoomProblems =>
  known({
    ...textProblems(fields),
    roomId: roomIdProblem(fields.roomId, true),
    ownerId: userIdProblem(fields.ownerId, false) === undefined ? undefined : { what: 'userId' },
  });

/** Only what differs from the room as it is, so that an edit never writes over somebody else's. */
export const changesOf = (before: RoomTexts, after: RoomTexts): Partial<RoomTexts> => ({
  ...(after.name !== before.name && { name: after.name }),
  ...(after.notice !== before.notice && { notice: after.notice }),
  ...(after.introduction !== before.introduction && { introduction: after.introduction }),
});
