import type { ParsedInput } from '../../contract/calls.ts';
import type { PassView } from '../../contract/models/pass.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { isSafeUrl } from './account-address.ts';
import type { AccountDesk } from './account-desk.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountStore } from './account-store.ts';
import { passExpired } from './pass-source.ts';
import { openPass, type PassContents, passProblems } from './pass-text.ts';
import type { Protection } from './sealing.ts';
import type { SecretVault } from './secret-vault.ts';

type Deps = {
  readonly store: AccountStore;
  readonly secrets: SecretVault;
  readonly desk: AccountDesk;
  readonly now: () => number;
  readonly newId: () => string;
};

const viewOf = (contents: PassContents, now: number): PassView => ({
  sdkAppId: contents.app,
  userId: contents.user,
  nick: contents.nick,
  label: contents.label,
  rooms: contents.rooms,
  may: contents.may,
  issuedAt: contents.from,
  expiresAt: contents.to,
  expired: now >= contents.to,
});

/** The moderator's side of a pass: look at it, and take it as an account. */
export const createTakePass = (deps: Deps) => {
  const { store, secrets, desk } = deps;

  /** A newer pass of the same user takes the place of the older one. */
  const idFor = (contents: PassContents): Result<string> => {
    const rival = store.rival({ sdkAppId: contents.app, userId: contents.user }, undefined);
    if (rival === undefined) return ok(deps.newId());
    return rival.kind === 'pass' ? ok(rival.id) : err(accountProblems.alreadyThere(rival.label));
  };

  const keep = async (
    contents: PassContents,
    protection: Protection,
  ): Promise<Result<{ accountId: string }>> => {
    if (contents.socket !== undefined && !isSafeUrl(contents.socket, ['wss:', 'ws:']))
      return err(passProblems.illFormed());
    const id = idFor(contents);
    if (!id.ok) return id;
    const { app: sdkAppId, user: userId, nick, label, rooms, may, from, to, sig, socket } = contents;
    const kept = await secrets.put({ accountId: id.value, sdkAppId, text: sig, protection });
    if (!kept.ok) return kept;
    return desk.adopt({
      kind: 'pass',
      id: id.value,
      label: label || `${userId} · ${sdkAppId}`,
      sdkAppId,
      userId,
      nick: nick || userId,
      keptBy: protection.by,
      open: true,
      rooms,
      pass: { rooms, may, issuedAt: from, expiresAt: to },
      ...(socket !== undefined && { address: { socket } }),
    });
  };

  return {
    inspect: async ({ text, passphrase }: ParsedInput<'pass:inspect'>): Promise<Result<PassView>> => {
      const contents = await openPass(text, passphrase);
      return contents.ok ? ok(viewOf(contents.value, deps.now())) : contents;
    },
    take: async (input: ParsedInput<'pass:take'>): Promise<Result<{ accountId: string }>> => {
      const { text, passphrase, protection: by } = input;
      const contents = await openPass(text, passphrase);
      if (!contents.ok) return contents;
      if (deps.now() >= contents.value.to) return err(passExpired);
      return keep(contents.value, by === 'passphrase' ? { by, passphrase } : { by });
    },
  };
};
