import type { RestCommand } from './command.ts';
import { accountCommands } from './commands/accounts.ts';
import { banCommands } from './commands/bans.ts';
import { cloudWordCommands } from './commands/cloud-words.ts';
import { dirtyWordCommands } from './commands/dirty-words.ts';
import { groupCommands } from './commands/groups.ts';
import { liveMemberCommands } from './commands/live-members.ts';
import { localWordCommands } from './commands/local-words.ts';
import { messageCommands } from './commands/messages.ts';
import { muteCommands } from './commands/mutes.ts';
import { privateMessageCommands } from './commands/private-messages.ts';
import { profileCommands } from './commands/profiles.ts';
import { roomDataCommands } from './commands/room-data.ts';

const all: readonly RestCommand[] = [
  ...groupCommands,
  ...muteCommands,
  ...banCommands,
  ...liveMemberCommands,
  ...messageCommands,
  ...roomDataCommands,
  ...dirtyWordCommands,
  ...localWordCommands,
  ...cloudWordCommands,
  ...privateMessageCommands,
  ...accountCommands,
  ...profileCommands,
];

/** Every command of the admin REST API, by its path below `/v4/`. */
export const restCommands: ReadonlyMap<string, RestCommand> = new Map(all.map((each) => [each.path, each]));
