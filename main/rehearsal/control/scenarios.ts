import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { joinRoom, leaveRoom } from '../rooms/membership.ts';
import { priorities, sendToRoom } from '../rooms/send.ts';
import { settingsSchema } from '../settings.ts';
import { bitsBody, configBody } from '../socket/commands/start-up.ts';
import { imageTag, nickTag } from '../state/accounts.ts';
import type { ControlParts, ControlRoute } from './control.ts';
import { get, post } from './route.ts';

const noRoom = (roomId: string) => ({ error: `no room ${roomId}` });

const sayRoute = post(
  'say',
  'says something as a viewer, who joins first if need be; answers with the code that the service gave',
  z.strictObject({
    roomId: z.string(),
    userId: z.string().min(1).max(32),
    nick: z.string().optional(),
    text: z.string().optional(),
    elements: z
      .array(z.object({ MsgType: z.string(), MsgContent: z.record(z.string(), z.unknown()) }))
      .optional(),
    priority: z.enum(priorities).default('Normal'),
  }),
  async ({ world }, input) => {
    const room = world.rooms.get(input.roomId);
    if (room === undefined) return noRoom(input.roomId);
    const elements = input.elements ?? [{ MsgType: 'TIMTextElem', MsgContent: { Text: input.text ?? '' } }];
    const account = world.accounts.ensure(input.userId, world.clock.seconds());
    if (input.nick !== undefined) account.profile.set(nickTag, input.nick);
    const present = room.members.has(input.userId);
    if (!present && joinRoom(world, room, account, 'local') === 'banned') {
      return { code: 10007, info: 'banned from this group' };
    }
    const random = world.random.uint32();
    const answer: Answer = await sendToRoom(world, {
      room,
      from: account,
      elements,
      priority: input.priority,
      random,
      cloudCustomData: '',
      skipWords: false,
      skipVeto: false,
      onceKey: `control ${input.userId} ${random}`,
    });
    const { ErrorCode: code, ErrorInfo: info, MsgSeq: seq, MsgDropReason: dropReason } = answer;
    return { code, info, seq, dropReason };
  },
);

const personSchema = z.strictObject({
  roomId: z.string(),
  userId: z.string().min(1).max(32),
  nick: z.string().optional(),
  avatar: z.string().optional(),
});

const joinRoute = post('join', 'lets a viewer join a room', personSchema, ({ world }, input) => {
  const room = world.rooms.get(input.roomId);
  if (room === undefined) return noRoom(input.roomId);
  const account = world.accounts.ensure(input.userId, world.clock.seconds());
  if (input.nick !== undefined) account.profile.set(nickTag, input.nick);
  if (input.avatar !== undefined) account.profile.set(imageTag, input.avatar);
  return { result: joinRoom(world, room, account, 'local') };
});

const leaveRoute = post(
  'leave',
  'lets a viewer leave a room',
  personSchema,
  ({ world }, { roomId, userId }) => {
    const room = world.rooms.get(roomId);
    return room === undefined ? noRoom(roomId) : { left: leaveRoom(world, room, userId, true) };
  },
);

/** Connected clients hear of a changed configuration at once (sdk-wire 4). */
const announceSettings = ({ world }: ControlParts): void => {
  const pushes = [
    ['im_sdk_config_mgr.push_configv2', configBody(world)],
    ['im_sdk_config_mgr.push_imsdk_purchase_bitsv2', bitsBody(world)],
  ] as const;
  for (const userId of world.links.users()) {
    for (const link of world.links.of(userId)) {
      for (const [servcmd, body] of pushes) link.push(servcmd, JSON.stringify(body));
    }
  }
};

const vetoSchema = z.strictObject({
  roomId: z.string().optional(),
  userId: z.string().optional(),
  contains: z.string().optional(),
  code: z.number().int().min(0).default(10016),
});

/** What happens in the rooms, and how the service behaves. */
export const scenarioRoutes: readonly ControlRoute[] = [
  sayRoute,
  joinRoute,
  leaveRoute,
  get('audience', 'the profile of the simulated audience', ({ audience }) => ({
    profile: audience.profile(),
  })),
  post(
    'audience',
    'changes it: off, calm 1/s, busy 10/s, cap 40/s, storm 200/s offered in each room',
    z.strictObject({ profile: z.enum(['off', 'calm', 'busy', 'cap', 'storm']) }),
    ({ audience }, { profile }) => {
      audience.setProfile(profile);
      return { profile };
    },
  ),
  get('settings', 'how the service behaves', ({ world }) => world.settings),
  post('settings', 'changes the named settings', settingsSchema.partial(), (parts, patch) => {
    Object.assign(parts.world.settings, patch);
    announceSettings(parts);
    return parts.world.settings;
  }),
  get('vetoes', 'rules that refuse messages as a before-send webhook would', ({ world }) => ({
    vetoes: world.words.vetoes,
  })),
  post(
    'vetoes',
    'replaces them; code 10016 or 10100 to 10200 refuses, 0 swallows silently',
    z.strictObject({ vetoes: z.array(vetoSchema).max(100) }),
    ({ world }, { vetoes }) => {
      world.words.vetoes = vetoes;
      return { vetoes };
    },
  ),
];
