import { z } from 'zod';
import { type Answer, refuse } from '../answer.ts';
import type { Room } from '../state/room.ts';
import type { World } from '../world.ts';

/** One call of an admin, already authenticated. */
export type RestCall = {
  readonly world: World;
  /** The admin who calls (`identifier` of the URL). */
  readonly operatorId: string;
};

/** A command of the admin REST API: its path below `/v4/`, its call rate, and what it does with a parsed body. */
export type RestCommand = {
  readonly path: string;
  readonly perSecond: number;
  run(call: RestCall, body: unknown): Answer | Promise<Answer>;
};

type CommandOptions = {
  /** Calls a second and app; tencent-im A1 "Call rates". */
  readonly perSecond?: number;
  /** Answer to a missing or wrong field, unless the field names a code of its own. */
  readonly badInput?: number;
};

const usualRate = 200;
const usualBadInput = 10004;

const describeIssue = (issue: z.core.$ZodIssue): string => {
  const field = issue.path.join('.');
  return field === '' ? issue.message : `${field}: ${issue.message}`;
};

const codeOf = (issue: z.core.$ZodIssue): number | undefined => {
  const code: unknown = issue.code === 'custom' ? issue.params?.errorCode : undefined;
  return typeof code === 'number' ? code : undefined;
};

/** The refusal for a body that does not fit; names the first field at fault. */
const badInput = (error: z.ZodError, code: number): Answer => {
  const [issue] = error.issues;
  return issue === undefined ? refuse(code) : refuse(codeOf(issue) ?? code, describeIssue(issue));
};

export const command = <S extends z.ZodType>(
  path: string,
  schema: S,
  run: (call: RestCall, input: z.output<S>) => Answer | Promise<Answer>,
  options: CommandOptions = {},
): RestCommand => ({
  path,
  perSecond: options.perSecond ?? usualRate,
  run(call, body) {
    const parsed = schema.safeParse(body);
    return parsed.success
      ? run(call, parsed.data)
      : badInput(parsed.error, options.badInput ?? usualBadInput);
  },
});

const groupIdSchema = z.object({ GroupId: z.string() });

/** A command on one room: 10015 for an impossible GroupId, 10010 for a room that is not there. */
export const roomCommand = <S extends z.ZodType>(
  path: string,
  schema: S,
  run: (call: RestCall, room: Room, input: z.output<S>) => Answer | Promise<Answer>,
  options: CommandOptions = {},
): RestCommand => ({
  path,
  perSecond: options.perSecond ?? usualRate,
  run(call, body) {
    const target = groupIdSchema.safeParse(body);
    if (!target.success) return badInput(target.error, usualBadInput);
    const { GroupId } = target.data;
    if (GroupId === '' || GroupId.length > 48) return refuse(10015, 'GroupId has 1 to 48 characters');
    const parsed = schema.safeParse(body);
    if (!parsed.success) return badInput(parsed.error, options.badInput ?? usualBadInput);
    const room = call.world.rooms.get(GroupId);
    return room === undefined ? refuse(10010, GroupId) : run(call, room, parsed.data);
  },
});
