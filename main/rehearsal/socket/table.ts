import type { SocketCommand } from './command.ts';
import { loginCommands } from './commands/login.ts';
import { messageCommands } from './commands/messages.ts';
import { moderationCommands } from './commands/moderation.ts';
import { createPollCommands, type PollFilter } from './commands/polls.ts';
import { profileCommands } from './commands/profiles.ts';
import { roomDataCommands } from './commands/room-data.ts';
import { roomCommands } from './commands/rooms.ts';
import { startUpCommands } from './commands/start-up.ts';

/** Every request that a client may make, by its servcmd. */
export const socketCommands = (pollFilter: PollFilter): ReadonlyMap<string, SocketCommand> =>
  new Map(
    Object.entries({
      ...loginCommands,
      ...startUpCommands,
      ...profileCommands,
      ...roomCommands,
      ...roomDataCommands,
      ...messageCommands,
      ...moderationCommands,
      ...createPollCommands(pollFilter),
    }),
  );
