import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { kickByRest } from '../../presence/kick.ts';
import { leaveRoom } from '../../rooms/membership.ts';
import { imageTag, nickTag } from '../../state/accounts.ts';
import type { World } from '../../world.ts';
import { command, type RestCommand } from '../command.ts';
import { listOf, text, userId } from '../fields.ts';

const service = 'im_open_login_svc';
const options = { badInput: 70402 } as const;
const slow = { badInput: 70402, perSecond: 100 } as const;

type Import = {
  readonly id: string;
  readonly nick?: string | undefined;
  readonly faceUrl?: string | undefined;
};

/** Makes the account or changes its name and face; 70398 when the edition has no room for one more. */
const importAccount = (world: World, { id, nick, faceUrl }: Import): Answer => {
  if (world.accounts.get(id) === undefined && world.accounts.count() >= world.limits().accounts)
    return refuse(70398);
  const account = world.accounts.ensure(id, world.clock.seconds());
  if (nick !== undefined) account.profile.set(nickTag, nick);
  if (faceUrl !== undefined) account.profile.set(imageTag, faceUrl);
  return done();
};

const accountImport = command(
  `${service}/account_import`,
  z.object({
    UserID: userId.optional(),
    Identifier: userId.optional(),
    Nick: text(500, 40601).optional(),
    FaceUrl: text(500, 40601).optional(),
  }),
  ({ world }, { UserID, Identifier, Nick, FaceUrl }) => {
    const id = UserID ?? Identifier;
    return id === undefined
      ? refuse(70402, 'UserID is missing')
      : importAccount(world, { id, nick: Nick, faceUrl: FaceUrl });
  },
  options,
);

const importItem = z.object({
  UserID: z.string(),
  Nick: z.string().optional(),
  FaceUrl: z.string().optional(),
});

const multiImport = command(
  `${service}/multiaccount_import`,
  z.object({
    Accounts: listOf(z.string(), 100, 70206).optional(),
    AccountList: listOf(importItem, 100, 70206).optional(),
  }),
  ({ world }, { Accounts, AccountList }) => {
    const list: readonly Import[] | undefined =
      AccountList?.map(({ UserID, Nick, FaceUrl }) => ({ id: UserID, nick: Nick, faceUrl: FaceUrl })) ??
      Accounts?.map((id) => ({ id }));
    if (list === undefined) return refuse(70402, 'AccountList is missing');
    const results = list.map((item) => {
      const valid = userId.safeParse(item.id).success;
      const answer = valid ? importAccount(world, item) : refuse(70402, 'illegal UserID');
      return { UserID: item.id, ResultCode: answer.ErrorCode, ResultInfo: answer.ErrorInfo };
    });
    return done({
      FailAccounts: results.filter((result) => result.ResultCode !== 0).map((result) => result.UserID),
      ResultItem: results,
    });
  },
  slow,
);

const accountCheck = command(
  `${service}/account_check`,
  z.object({ CheckItem: listOf(z.object({ UserID: z.string() }), 100, 70206) }),
  ({ world }, { CheckItem }) =>
    done({
      ResultItem: CheckItem.map(({ UserID }) => ({
        UserID,
        ResultCode: 0,
        ResultInfo: '',
        AccountStatus: world.accounts.get(UserID) === undefined ? 'NotImported' : 'Imported',
      })),
    }),
  slow,
);

const kick = command(
  `${service}/kick`,
  z.object({ UserID: userId.optional(), Identifier: userId.optional() }),
  ({ world }, { UserID, Identifier }) => {
    const id = UserID ?? Identifier;
    if (id === undefined) return refuse(70402, 'UserID is missing');
    return kickByRest(world, id) ? done() : refuse(70107, id);
  },
  options,
);

const deleteAccount = (world: World, userId: string): boolean => {
  kickByRest(world, userId);
  for (const room of world.rooms.values()) leaveRoom(world, room, userId, true);
  return world.accounts.remove(userId, world.clock.wall());
};

const accountDelete = command(
  `${service}/account_delete`,
  z.object({ DeleteItem: listOf(z.object({ UserID: z.string() }), 100, 70206) }),
  ({ world }, { DeleteItem }) => {
    if (!world.limits().deleteAccounts) return refuse(71000);
    return done({
      ResultItem: DeleteItem.map(({ UserID }) => {
        const isAdmin = UserID === world.identity.admin;
        const gone = !isAdmin && deleteAccount(world, UserID);
        const refusal = isAdmin ? refuse(70402, 'the App admin cannot be deleted') : refuse(70107);
        return {
          UserID,
          ResultCode: gone ? 0 : refusal.ErrorCode,
          ResultInfo: gone ? '' : refusal.ErrorInfo,
        };
      }),
    });
  },
  slow,
);

export const accountCommands: readonly RestCommand[] = [
  accountImport,
  multiImport,
  accountCheck,
  kick,
  accountDelete,
];
