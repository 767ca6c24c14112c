import type { ParsedInput } from '../../contract/calls.ts';
import type { IssuedPass } from '../../contract/models/account.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { isSafeUrl, readAddress } from './account-address.ts';
import type { AccountDesk } from './account-desk.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountStore, StoredAccount, StoredKind } from './account-store.ts';
import { checkKey } from './key-check.ts';
import type { KeyInput } from './key-material.ts';
import type { KeyVault } from './key-vault.ts';
import { regionOfSdkAppId } from './region.ts';
import type { SecretVault } from './secret-vault.ts';

type AddInput = Exclude<ParsedInput<'account:add'>, { readonly kind: 'rehearsal' }>;
type OfKind<K> = Extract<AddInput, { readonly kind: K }>;

/** How long the signature that tries a key out lives, s. It goes nowhere. */
const TRIAL_SECONDS = 60;

/** RFC 9110: a token, and visible characters without line breaks. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\x20-\x7e\t]+$/;

/** The key as it came over the bridge. */
export const keyInputOf = (key: Readonly<{ text: string }> | Readonly<{ fileBase64: string }>): KeyInput =>
  'text' in key ? key : { file: new Uint8Array(Buffer.from(key.fileBase64, 'base64')) };

/** The passes that go on with a new key of the same app. */
const passesOf = (before: StoredAccount | undefined, sdkAppId: number): IssuedPass[] =>
  before?.kind === 'key-holder' && before.sdkAppId === sdkAppId ? before.passes : [];

export type AddAccountDeps = {
  readonly store: AccountStore;
  readonly vault: KeyVault;
  readonly secrets: SecretVault;
  readonly desk: AccountDesk;
  readonly now: () => number;
  readonly newId: () => string;
};

/** Takes a new account with its secret, or changes nothing at all. */
export const createAddAccount = (deps: AddAccountDeps) => {
  const { store, vault, secrets, desk } = deps;

  /** The id to store under: a new one, or that of the account that is given a new secret. */
  const place = (input: AddInput): Result<{ id: string; before: StoredAccount | undefined }> => {
    const rival = store.rival(input, input.accountId);
    if (rival !== undefined) return err(accountProblems.alreadyThere(rival.label));
    if (input.accountId === undefined) return ok({ id: deps.newId(), before: undefined });
    const before = store.get(input.accountId);
    if (before === undefined) return err(accountProblems.unknown());
    return before.kind === input.kind ? ok({ id: before.id, before }) : err(accountProblems.otherKind());
  };

  const baseOf = <K extends StoredKind>(
    input: AddInput & { readonly kind: K },
    at: { id: string; before: StoredAccount | undefined },
  ): Result<
    Pick<
      StoredAccount,
      'id' | 'label' | 'sdkAppId' | 'userId' | 'nick' | 'keptBy' | 'open' | 'rooms' | 'address'
    >
  > => {
    const address = input.address === undefined ? undefined : readAddress(input.address);
    if (address !== undefined && !address.ok) return address;
    const { sdkAppId, userId } = input;
    return ok({
      id: at.id,
      label: input.label || `${userId} · ${sdkAppId}`,
      sdkAppId,
      userId,
      nick: input.nick || userId,
      keptBy: input.protection.by,
      open: true,
      rooms: at.before?.sdkAppId === sdkAppId ? at.before.rooms : [],
      ...(address && { address: address.value }),
    });
  };

  const trial = (input: OfKind<'key-holder'>, key: KeyInput): Result<null> => {
    const { sdkAppId, adminUserId: userId } = input;
    const report = checkKey(key, { sdkAppId, userId, expireSeconds: TRIAL_SECONDS, now: deps.now() });
    const failed = report.findings.find(({ level }) => level === 'fail');
    if (failed?.id === 'pair') return err(accountProblems.pairDoesNotFit());
    // A key that cannot be read is explained by the vault, which reads it next.
    return report.kind !== undefined && !report.signsAndVerifies
      ? err(accountProblems.keyDoesNotSign())
      : ok(null);
  };

  const addKeyHolder = async (input: OfKind<'key-holder'>): Promise<Result<{ accountId: string }>> => {
    const at = place(input);
    if (!at.ok) return at;
    const base = baseOf(input, at.value);
    if (!base.ok) return base;
    const key = keyInputOf(input.key);
    const tried = trial(input, key);
    if (!tried.ok) return tried;
    const { id: accountId } = at.value;
    const { sdkAppId, protection, adminUserId } = input;
    const kept = await vault.put({ accountId, sdkAppId, key, protection });
    if (!kept.ok) return kept;
    return desk.adopt({
      ...base.value,
      kind: 'key-holder',
      adminUserId,
      region: input.region ?? regionOfSdkAppId(sdkAppId).name,
      key: kept.value.kind,
      passes: passesOf(at.value.before, sdkAppId),
    });
  };

  const addEndpoint = async (input: OfKind<'usersig-endpoint'>): Promise<Result<{ accountId: string }>> => {
    const at = place(input);
    if (!at.ok) return at;
    const base = baseOf(input, at.value);
    if (!base.ok) return base;
    const { before } = at.value;
    const url = input.url?.trim() ?? (before?.kind === 'usersig-endpoint' ? before.url : '');
    if (!isSafeUrl(url, ['https:', 'http:'])) return err(accountProblems.badAddress('url'));
    const { header, protection, sdkAppId } = input;
    if (header !== undefined && !(HEADER_NAME.test(header.name) && HEADER_VALUE.test(header.value)))
      return err(accountProblems.badHeader());
    const { id: accountId } = at.value;
    const kept =
      header === undefined
        ? secrets.forget(accountId)
        : await secrets.put({ accountId, sdkAppId, text: header.value, protection });
    if (!kept.ok) return kept;
    return desk.adopt({
      ...base.value,
      kind: 'usersig-endpoint',
      url,
      ...(header && { headerName: header.name }),
    });
  };

  return (input: AddInput): Promise<Result<{ accountId: string }>> =>
    input.kind === 'key-holder' ? addKeyHolder(input) : addEndpoint(input);
};
