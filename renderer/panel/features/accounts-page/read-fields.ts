import type { CallInput } from '../../../../main/contract/calls.ts';
import { MIN_PASSPHRASE_LENGTH, regionNames } from '../../../../main/contract/models/account.ts';
import { roomIdSchema } from '../../../../main/contract/models/room.ts';

/** What is wrong with a field, as a message's name. */
export type FieldProblem = 'needed' | 'short' | 'number' | 'userId' | 'socket' | 'rooms' | 'roomId';
export type Problems = Readonly<Record<string, FieldProblem>>;
export type ReadForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: Problems };

/** The fields of a form by name. Secrets are not among them: those are read from their own fields. */
export type FieldTexts = Readonly<Record<string, string>>;

const USER_ID_BYTES = 32;
const SDK_APP_ID_MAX = 0xffff_ffff;
const ROOMS_MAX = 20;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export const appIdProblem = (text: string): FieldProblem | undefined => {
  if (text === '') return 'needed';
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id >= 1 && id <= SDK_APP_ID_MAX ? undefined : 'number';
};

export const userIdProblem = (text: string, needed: boolean): FieldProblem | undefined => {
  if (text === '') return needed ? 'needed' : undefined;
  return bytesOf(text) > USER_ID_BYTES ? 'userId' : undefined;
};

/** A new passphrase is looked at before anything is sent, so that a key need not be typed twice. */
export const passphraseProblem = (passphrase: string): FieldProblem | undefined => {
  if (passphrase === '') return 'needed';
  return [...passphrase].length < MIN_PASSPHRASE_LENGTH ? 'short' : undefined;
};

export const problemsOf = (checks: Readonly<Record<string, FieldProblem | undefined>>): Problems =>
  Object.fromEntries(
    Object.entries(checks).filter((check): check is [string, FieldProblem] => check[1] !== undefined),
  );

const textOf = (fields: FieldTexts, name: string): string => (fields[name] ?? '').trim();

type Holder = Extract<CallInput<'account:add'>, { readonly kind: 'key-holder' }>;
type Endpoint = Extract<CallInput<'account:add'>, { readonly kind: 'usersig-endpoint' }>;
type Identity = Pick<Holder, 'sdkAppId' | 'userId' | 'nick' | 'label' | 'address'>;

const identityOf = (fields: FieldTexts): Identity => {
  const rest = textOf(fields, 'rest');
  const socket = textOf(fields, 'socket');
  return {
    sdkAppId: Number(textOf(fields, 'sdkAppId')),
    userId: textOf(fields, 'userId'),
    nick: textOf(fields, 'nick'),
    label: textOf(fields, 'label'),
    ...(socket !== '' && { address: rest === '' ? { socket } : { rest, socket } }),
  };
};

const identityChecks = (fields: FieldTexts) => ({
  sdkAppId: appIdProblem(textOf(fields, 'sdkAppId')),
  userId: userIdProblem(textOf(fields, 'userId'), true),
  socket: textOf(fields, 'rest') !== '' && textOf(fields, 'socket') === '' ? ('socket' as const) : undefined,
});

/** A key holder's form but for the key and its protection. */
export const readHolder = (
  fields: FieldTexts,
): ReadForm<Identity & Pick<Holder, 'adminUserId' | 'region'>> => {
  const problems = problemsOf({
    ...identityChecks(fields),
    adminUserId: userIdProblem(textOf(fields, 'adminUserId'), false),
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const adminUserId = textOf(fields, 'adminUserId');
  const region = regionNames.find((name) => name === textOf(fields, 'region'));
  return {
    ok: true,
    value: { ...identityOf(fields), ...(adminUserId !== '' && { adminUserId }), ...(region && { region }) },
  };
};

/** An endpoint's form but for the header's value and its protection. */
export const readEndpoint = (
  fields: FieldTexts,
  withHeader: boolean,
  /** Whether an account that is there may keep its address. */
  again = false,
): ReadForm<Identity & Pick<Endpoint, 'url'> & { readonly headerName: string }> => {
  const url = textOf(fields, 'url');
  const headerName = textOf(fields, 'headerName');
  const problems = problemsOf({
    ...identityChecks(fields),
    url: url === '' && !again ? 'needed' : undefined,
    headerName: withHeader && headerName === '' ? 'needed' : undefined,
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, value: { ...identityOf(fields), ...(url !== '' && { url }), headerName } };
};

/** Rooms chosen from a list and typed one a line, each once. */
export const readRooms = (chosen: readonly string[], typed: string): ReadForm<readonly string[]> => {
  const lines = typed
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const rooms = [...new Set([...chosen, ...lines])];
  if (lines.some((line) => !roomIdSchema.safeParse(line).success))
    return { ok: false, problems: { rooms: 'roomId' } };
  if (rooms.length === 0 || rooms.length > ROOMS_MAX) return { ok: false, problems: { rooms: 'rooms' } };
  return { ok: true, value: rooms };
};

/** A form's plain fields. A file, should there be one, is left out. */
export const textsOf = (form: HTMLFormElement): FieldTexts =>
  Object.fromEntries(
    [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
