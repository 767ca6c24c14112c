import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { IssuedPass } from '../../contract/models/account.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import type { AccountDesk } from './account-desk.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountStore, StoredOf } from './account-store.ts';
import type { KeyVault } from './key-vault.ts';
import type { OpenAccounts } from './open-accounts.ts';
import { sealPass } from './pass-text.ts';
import { passphraseProblem } from './passphrase-box.ts';
import { qrSvg } from './qr-svg.ts';

type Deps = {
  readonly store: AccountStore;
  readonly vault: KeyVault;
  readonly accounts: OpenAccounts;
  readonly desk: AccountDesk;
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (size: number) => Buffer;
};

/** The app has no such account any more: there is nothing left to throw out. */
const ACCOUNT_GONE = 70107;

const ownUser: AppError = appError(
  'invalid-input',
  {
    en: 'A pass for this user would hand out your own rights.',
    'zh-CN': '给该用户的通行证等于交出你自己的权限。',
  },
  {
    remedy: {
      en: 'Choose a user of the moderator’s own, not the app admin and not yourself.',
      'zh-CN': '请为房管使用其自己的用户，不要使用 App 管理员或你自己的账号。',
    },
  },
);

const unknownPass = appError('not-found', {
  en: 'This pass is not in the list any more.',
  'zh-CN': '列表中已没有该通行证。',
});

type Holder = {
  readonly stored: StoredOf<'key-holder'>;
  readonly admin: ImAdmin;
  /** ms since the epoch, a whole second as in a UserSig, by the service's clock: that one will judge it. */
  readonly now: number;
};
type Failed = { roomId: string; reason: Localized };

/** Makes somebody an admin of each room or takes it back; answers the rooms where it failed, with the reason. */
const changeAdmin = async (
  admin: ImAdmin,
  rooms: readonly string[],
  userId: string,
  appoint: boolean,
): Promise<Failed[]> => {
  const failed: Failed[] = [];
  for (const roomId of rooms) {
    const done = await admin.modifyAdmin({ roomId, userIds: [userId], appoint });
    if (!done.ok) failed.push({ roomId, reason: done.error.text });
  }
  return failed;
};

/** The key holder's side of passes. */
export const createPassOffice = (deps: Deps) => {
  const { store, vault, accounts, desk } = deps;

  const holder = (accountId: string): Result<Holder> => {
    const stored = store.get(accountId);
    if (stored === undefined) return err(accountProblems.unknown());
    if (stored.kind !== 'key-holder') return err(accountProblems.needsKey());
    const session = accounts.get(accountId);
    if (!session.ok) return session;
    const { admin, skewMs } = session.value;
    if (admin === undefined) return err(accountProblems.needsKey());
    return ok({ stored, admin, now: Math.floor((deps.now() + skewMs()) / 1000) * 1000 });
  };

  const seal = async (
    { stored }: Holder,
    input: ParsedInput<'pass:issue'>,
    record: IssuedPass,
  ): Promise<Result<string>> => {
    const { userId, nick, rooms, may, issuedAt, expiresAt } = record;
    const sig = await vault.sign(stored.id, {
      userId,
      expireSeconds: input.expiresInSeconds,
      now: issuedAt,
    });
    if (!sig.ok) return sig;
    const { sdkAppId, label, address } = stored;
    const socket = address === undefined ? {} : { socket: address.socket };
    return sealPass(
      {
        app: sdkAppId,
        user: userId,
        nick,
        label,
        sig: sig.value,
        from: issuedAt,
        to: expiresAt,
        rooms,
        may,
        ...socket,
      },
      input.passphrase,
      deps.randomBytes,
    );
  };

  const issue = async (input: ParsedInput<'pass:issue'>): Promise<Result<CallOutput<'pass:issue'>>> => {
    const found = holder(input.accountId);
    if (!found.ok) return found;
    const { stored, admin, now: issuedAt } = found.value;
    const { userId, rooms, may } = input;
    if (userId === stored.userId || userId === stored.adminUserId) return err(ownUser);
    const weak = passphraseProblem(input.passphrase);
    if (weak !== undefined) return err(weak);
    const nick = input.nick || userId;
    // The service takes a room admin only from among accounts that it knows (tencent-im A8).
    const known = await admin.accountImport(input.nick ? { userId, nick } : { userId });
    if (!known.ok) return known;
    const expiresAt = issuedAt + input.expiresInSeconds * 1000;
    const record = { id: deps.newId(), userId, nick, rooms, may, issuedAt, expiresAt };
    const text = await seal(found.value, input, record);
    if (!text.ok) return text;
    const failed = input.makeAdmin ? await changeAdmin(admin, rooms, userId, true) : [];
    store.changePasses(stored.id, (passes) => [...passes, record]);
    desk.refresh(stored.id);
    return ok({ id: record.id, text: text.value, qr: qrSvg(text.value), expiresAt, failed });
  };

  const revoke = async (input: ParsedInput<'pass:revoke'>): Promise<Result<CallOutput<'pass:revoke'>>> => {
    const found = holder(input.accountId);
    if (!found.ok) return found;
    const { stored, admin } = found.value;
    const pass = stored.passes.find(({ id }) => id === input.passId);
    if (pass === undefined) return err(unknownPass);
    const kicked = await admin.kick({ userId: pass.userId });
    if (!kicked.ok && kicked.error.vendor?.code !== ACCOUNT_GONE) return kicked;
    // A kick voids every UserSig of the user, so all of their passes end with this one.
    const theirs = stored.passes.filter(({ userId }) => userId === pass.userId);
    const rooms = new Set(theirs.flatMap((one) => one.rooms));
    const failed = await changeAdmin(admin, [...rooms], pass.userId, false);
    store.changePasses(stored.id, (passes) => passes.filter(({ userId }) => userId !== pass.userId));
    desk.refresh(stored.id);
    return ok({ failed });
  };

  return { issue, revoke };
};
