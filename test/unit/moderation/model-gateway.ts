import { type AppError, appError } from '../../../main/contract/app-error.ts';
import { MUTE_FOREVER_SECONDS } from '../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../main/contract/models/feed-item.ts';
import { err, ok, type Result } from '../../../main/contract/result.ts';
import type { Until } from '../../../main/core/history/journal-events.ts';
import type { GatewayAnswer, ModerationGateway } from '../../../main/core/moderation/gateway.ts';

export const refused = appError(
  'refused-by-service',
  { en: 'Not an admin here.', 'zh-CN': '您不是这里的管理员。' },
  { vendor: { code: 10007, info: 'no permission' } },
);
export const timedOut = appError('timeout', { en: 'No answer.', 'zh-CN': '没有答复。' }, { retryable: true });

type RoomState = { muted: Map<string, Until>; banned: Map<string, Until>; allMuted: boolean };

/**
 * The service in memory, with the rules of its documents: a mute or ban set again begins anew, ends by itself, and a
 * recall happens once. `trouble` decides for each request whether it is refused, lost on the way there, or on the way back.
 */
export const createModelGateway = (now: () => number) => {
  const rooms = new Map<RoomKey, RoomState>();
  const recalled: string[] = [];
  const notices: string[] = [];
  const warnings: string[] = [];
  const requests: string[] = [];
  const control: {
    trouble: (
      request: string,
      roomKey: RoomKey,
    ) => { readonly error: AppError; readonly applied: boolean } | undefined;
    gate: Promise<void>;
    readBack: boolean;
  } = { trouble: () => undefined, gate: Promise.resolve(), readBack: true };

  const room = (roomKey: RoomKey): RoomState => {
    const known = rooms.get(roomKey);
    if (known !== undefined) return known;
    const made = { muted: new Map<string, Until>(), banned: new Map<string, Until>(), allMuted: false };
    rooms.set(roomKey, made);
    return made;
  };

  const request = async (
    name: string,
    roomKey: RoomKey,
    apply: () => void,
  ): Promise<Result<GatewayAnswer>> => {
    requests.push(`${name} ${roomKey}`);
    await control.gate;
    const trouble = control.trouble(name, roomKey);
    if (trouble === undefined || trouble.applied) apply();
    return trouble === undefined ? ok({ request: name, code: 0, info: '' }) : err(trouble.error);
  };

  const ask = async <T>(roomKey: RoomKey, read: () => T): Promise<Result<T>> => {
    const trouble = control.trouble('read', roomKey);
    if (!control.readBack) return err(timedOut);
    return trouble === undefined ? ok(read()) : err(trouble.error);
  };

  const end = (seconds: number): Until =>
    seconds >= MUTE_FOREVER_SECONDS ? 'forever' : now() + seconds * 1000;
  const inForce = (until: Until | undefined): Until =>
    until === undefined || until === null || (until !== 'forever' && until <= now()) ? null : until;

  const gateway: ModerationGateway = {
    mute: (key, userId, seconds) => request('mute', key, () => room(key).muted.set(userId, end(seconds))),
    unmute: (key, userId) => request('unmute', key, () => room(key).muted.delete(userId)),
    mutedUntil: (key, userId) => ask(key, () => inForce(room(key).muted.get(userId))),
    ban: (key, userId, seconds) => request('ban', key, () => room(key).banned.set(userId, end(seconds))),
    unban: (key, userId) => request('unban', key, () => room(key).banned.delete(userId)),
    bannedUntil: (key, userId) => ask(key, () => inForce(room(key).banned.get(userId))),
    recall: (key, seq) => request('recall', key, () => recalled.push(`${key} ${seq}`)),
    muteAll: (key, on) =>
      request(on ? 'mute-all' : 'unmute-all', key, () => {
        room(key).allMuted = on;
      }),
    isMutedAll: (key) => ask(key, () => room(key).allMuted),
    warn: (key, { userId, text, to }) =>
      request('warn', key, () => warnings.push(`${key} ${to} ${userId} ${text}`)),
    notice: (key, text) => request('notice', key, () => notices.push(`${key} ${text}`)),
  };

  /** What is in force now, for comparison. */
  const state = () => {
    const forced = (map: Map<string, Until>) =>
      Object.fromEntries([...map].flatMap(([id, until]) => (inForce(until) === null ? [] : [[id, until]])));
    return Object.fromEntries(
      [...rooms].map(([key, one]) => [
        key,
        { muted: forced(one.muted), banned: forced(one.banned), allMuted: one.allMuted },
      ]),
    );
  };

  return { gateway, control, state, requests, recalled, notices, warnings };
};
export type ModelGateway = ReturnType<typeof createModelGateway>;
