import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { profileFault } from '../../state/profile-tags.ts';
import { blockedWord } from '../../state/words.ts';
import { command, type RestCommand } from '../command.ts';
import { listOf, userId } from '../fields.ts';

const options = { badInput: 40001 } as const;

const portraitGet = command(
  'profile/portrait_get',
  z.object({ To_Account: listOf(z.string(), 100, 40001), TagList: z.array(z.string()).min(1) }),
  ({ world }, { To_Account, TagList }) => {
    const missing = To_Account.filter((id) => world.accounts.get(id) === undefined);
    return done({
      ErrorDisplay: '',
      UserProfileItem: To_Account.map((id) => {
        const account = world.accounts.get(id);
        if (account === undefined) {
          return { To_Account: id, ProfileItem: [], ResultCode: 40003, ResultInfo: refuse(40003).ErrorInfo };
        }
        const ProfileItem = TagList.flatMap((Tag) => {
          const Value = account.profile.get(Tag);
          return Value === undefined ? [] : [{ Tag, Value }];
        });
        return { To_Account: id, ProfileItem, ResultCode: 0, ResultInfo: '' };
      }),
      ...(missing.length === 0 ? {} : { Fail_Account: missing }),
    });
  },
  options,
);

const profileItem = z.object({ Tag: z.string(), Value: z.union([z.string(), z.number()]) });

const portraitSet = command(
  'profile/portrait_set',
  z.object({ From_Account: userId, ProfileItem: z.array(profileItem).min(1) }),
  ({ world }, { From_Account, ProfileItem }) => {
    const account = world.accounts.get(From_Account);
    if (account === undefined) return refuse(40003, From_Account, { ErrorDisplay: '' });
    for (const { Tag, Value } of ProfileItem) {
      const fault = profileFault(Tag, Value);
      if (fault !== undefined) return fault;
      if (blockedWord(world.words, String(Value)) !== undefined) return refuse(40005);
    }
    for (const { Tag, Value } of ProfileItem) account.profile.set(Tag, Value);
    return done({ ErrorDisplay: '' });
  },
  options,
);

export const profileCommands: readonly RestCommand[] = [portraitGet, portraitSet];
