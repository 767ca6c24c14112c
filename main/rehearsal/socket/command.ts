import { z } from 'zod';
import { type Answer, refuse } from '../answer.ts';
import type { Account } from '../state/accounts.ts';
import { type Room, roleIn } from '../state/room.ts';
import type { World } from '../world.ts';
import type { Connection } from './connection.ts';

/** What a request says of itself (sdk-wire 1). */
export const headSchema = z.looseObject({
  servcmd: z.string(),
  seq: z.number(),
  a2: z.string().default(''),
  identifier: z.string().default(''),
  usersig: z.string().default(''),
  sdkappid: z.union([z.number(), z.string()]).optional(),
});
export type Head = z.infer<typeof headSchema>;

/** A request of a client. */
export type SocketCall = {
  readonly world: World;
  readonly connection: Connection;
  readonly head: Head;
  readonly body: unknown;
};

/** A request of someone who is logged in. */
type UserCall = SocketCall & { readonly account: Account; readonly instId: number };

/** A body that is JSON text already: poll answers are put together from ready pieces. */
export type RawBody = { readonly raw: string };
export type Reply = Answer | RawBody;

export type SocketCommand =
  | { readonly open: true; run(call: SocketCall): Reply | Promise<Reply> }
  | { readonly open: false; run(call: UserCall): Reply | Promise<Reply> };

const badBody = (error: z.ZodError): Answer => {
  const [issue] = error.issues;
  return refuse(10004, issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
};

/** For everyone, logged in or not. */
export const openCommand = <S extends z.ZodType>(
  schema: S,
  run: (call: SocketCall, input: z.output<S>) => Reply | Promise<Reply>,
): SocketCommand => ({
  open: true,
  run(call) {
    const parsed = schema.safeParse(call.body);
    return parsed.success ? run(call, parsed.data) : badBody(parsed.error);
  },
});

/** For those who are logged in. */
export const userCommand = <S extends z.ZodType>(
  schema: S,
  run: (call: UserCall, input: z.output<S>) => Reply | Promise<Reply>,
): SocketCommand => ({
  open: false,
  run(call) {
    const parsed = schema.safeParse(call.body);
    return parsed.success ? run(call, parsed.data) : badBody(parsed.error);
  },
});

export const inRoom = { GroupId: z.string() } as const;

/** For those who are logged in, on a room that exists. */
export const roomCommand = <S extends z.ZodType<{ readonly GroupId: string }>>(
  schema: S,
  run: (call: UserCall, room: Room, input: z.output<S>) => Reply | Promise<Reply>,
): SocketCommand =>
  userCommand(schema, (call, input) => {
    const room = call.world.rooms.get(input.GroupId);
    return room === undefined ? refuse(10010, input.GroupId) : run(call, room, input);
  });

/** Owner, live admin or App admin. */
export const mayModerate = (world: World, room: Room, userId: string): boolean =>
  userId === world.identity.admin || roleIn(room, userId) !== 'Member';
