import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { profileFault } from '../../state/profile-tags.ts';
import { blockedWord } from '../../state/words.ts';
import { type SocketCommand, userCommand } from '../command.ts';

const getAll = userCommand(
  z.object({ UserItem: z.array(z.object({ To_Account: z.string() })).max(100) }),
  ({ world }, { UserItem }) =>
    done({
      UserProfileItem: UserItem.map(({ To_Account }) => ({
        To_Account,
        ProfileItem: [...(world.accounts.get(To_Account)?.profile ?? [])].map(([Tag, Value]) => ({
          Tag,
          Value,
        })),
      })),
    }),
);

const set = userCommand(
  z.object({
    ProfileItem: z.array(z.object({ Tag: z.string(), Value: z.union([z.string(), z.number()]) })).min(1),
  }),
  ({ world, account }, { ProfileItem }) => {
    for (const { Tag, Value } of ProfileItem) {
      const fault = profileFault(Tag, Value);
      if (fault !== undefined) return fault;
      if (blockedWord(world.words, String(Value)) !== undefined) return refuse(40005);
    }
    for (const { Tag, Value } of ProfileItem) account.profile.set(Tag, Value);
    return done();
  },
);

export const profileCommands: Readonly<Record<string, SocketCommand>> = {
  'profile.portrait_get_all': getAll,
  'profile.portrait_set': set,
};
