import type { Action } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { assertNever, ok, type Result } from '../../contract/result.ts';
import type { Prior, Until } from '../history/journal-events.ts';
import type { GatewayAnswer, ModerationGateway } from './gateway.ts';
import { reaches, secondsLeft, untilAfter } from './seconds.ts';

/** Sends an action to the service; absent where the action is a matter of this console alone. */
export const requestFor = (
  gateway: ModerationGateway,
  roomKey: RoomKey,
  action: Action,
  reason: string,
): (() => Promise<Result<GatewayAnswer>>) | undefined => {
  switch (action.type) {
    case 'mute':
      return () => gateway.mute(roomKey, action.userId, action.seconds);
    case 'unmute':
      return () => gateway.unmute(roomKey, action.userId);
    case 'ban':
      return () => gateway.ban(roomKey, action.userId, action.seconds, reason);
    case 'unban':
      return () => gateway.unban(roomKey, action.userId);
    case 'recall':
      return () => gateway.recall(roomKey, action.seq);
    case 'mute-all':
    case 'unmute-all':
      return () => gateway.muteAll(roomKey, action.type === 'mute-all');
    case 'notice':
      return () => gateway.notice(roomKey, action.text);
    case 'warn':
      return () => gateway.warn(roomKey, action);
    case 'hide-comment':
    case 'show-comment':
    case 'hide-user':
    case 'show-user':
      return undefined;
    default:
      return assertNever(action);
  }
};

/** What the service says of the thing that an action changes; absent where it cannot be asked. */
export const readState = async (
  gateway: ModerationGateway,
  roomKey: RoomKey,
  action: Action,
): Promise<Result<Prior> | undefined> => {
  switch (action.type) {
    case 'mute':
    case 'unmute': {
      const until = await gateway.mutedUntil(roomKey, action.userId);
      return until.ok ? ok({ until: until.value }) : until;
    }
    case 'ban':
    case 'unban': {
      const until = await gateway.bannedUntil(roomKey, action.userId);
      return until.ok ? ok({ until: until.value }) : until;
    }
    case 'mute-all':
    case 'unmute-all': {
      const all = await gateway.isMutedAll(roomKey);
      return all.ok ? ok({ allMuted: all.value }) : all;
    }
    default:
      return undefined;
  }
};

/** When the mute or ban of an action ends that was taken at that time. */
export const intendedUntil = (action: Action, takenAt: number): Until | undefined => {
  if (action.type === 'mute' || action.type === 'ban') return untilAfter(takenAt, action.seconds);
  return action.type === 'unmute' || action.type === 'unban' ? null : undefined;
};

/** Whether a state read back from the service is the one that the action was to bring about. */
export const isInForce = (action: Action, state: Prior, takenAt: number, now: number): boolean => {
  switch (action.type) {
    case 'mute':
    case 'ban':
      return state.until !== undefined && reaches(state.until, untilAfter(takenAt, action.seconds));
    case 'unmute':
    case 'unban':
      return state.until !== undefined && secondsLeft(state.until, now) === undefined;
    case 'mute-all':
      return state.allMuted === true;
    case 'unmute-all':
      return state.allMuted === false;
    default:
      return false;
  }
};
