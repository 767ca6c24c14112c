import type { Action } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { assertNever, type Result } from '../../contract/result.ts';
import type { HiddenReach } from '../history/hidden.ts';
import type { HiddenStore } from '../history/history.ts';
import type { Prior } from '../history/journal-events.ts';
import type { Log } from '../ports.ts';
import type { ModerationEffects } from './gateway.ts';

/** What an action does to the screen and the overlays, and how it is put back. Hiding is remembered over restarts. */
export const createScreen = (options: {
  readonly effects: ModerationEffects;
  readonly hidden: HiddenStore;
  readonly log: Log;
}) => {
  const { effects, hidden, log } = options;

  /** The screen comes first: a store that refuses is logged, and the picture is clean all the same. */
  const kept = (stored: Result<unknown>) => {
    if (!stored.ok) log.warn('hidden state could not be stored', { code: stored.error.code });
  };
  const asked = <T>(answer: Result<T>, otherwise: T): T => (answer.ok ? answer.value : otherwise);

  const setItem = (roomKey: RoomKey, itemId: string, userId: string, hide: boolean) => {
    if (hide) effects.hide(roomKey, { itemIds: [itemId] });
    else effects.show(roomKey, { itemIds: [itemId] });
    kept(hidden.setItem(roomKey, itemId, userId, hide));
  };

  const widest = (a: HiddenReach, b: number | null): number | null => {
    if (a === null || b === null) return null;
    return Math.max(a ?? b, b);
  };

  const hideUser = (roomKey: RoomKey, userId: string, upTo: number | null) => {
    const reach = widest(asked(hidden.reachOf(roomKey, userId), undefined), upTo);
    effects.hide(roomKey, { userId, upTo: reach });
    kept(hidden.setReach(roomKey, userId, reach));
  };

  /** Shows a user's comments but for those that are hidden for another reason. */
  const setReach = (roomKey: RoomKey, userId: string, reach: HiddenReach) => {
    effects.show(roomKey, { userId });
    if (reach !== undefined) effects.hide(roomKey, { userId, upTo: reach });
    const itemIds = asked(hidden.itemsOf(roomKey, userId), []);
    if (itemIds.length > 0) effects.hide(roomKey, { itemIds });
    kept(hidden.setReach(roomKey, userId, reach));
  };

  /** Puts a user's reach back unless another action has moved it since. */
  const restoreReach = (roomKey: RoomKey, userId: string, prior: HiddenReach, left: HiddenReach) => {
    if (asked(hidden.reachOf(roomKey, userId), left) === left) setReach(roomKey, userId, prior);
  };

  const priorReach = (roomKey: RoomKey, userId: string): Prior => {
    const reach = asked(hidden.reachOf(roomKey, userId), undefined);
    return reach === undefined ? {} : { reach };
  };

  return {
    /** How the screen stands before the action. */
    prior: (roomKey: RoomKey, action: Action): Prior => {
      switch (action.type) {
        case 'hide-comment':
        case 'show-comment':
        case 'recall':
          return { itemHidden: asked(hidden.hasItem(roomKey, action.itemId), false) };
        case 'mute':
        case 'ban':
        case 'hide-user':
        case 'show-user':
          return priorReach(roomKey, action.userId);
        default:
          return {};
      }
    },
    /** Shows the action's effect at once; a mute or ban takes what the user has said so far off the screen. */
    apply: (roomKey: RoomKey, action: Action, takenAt: number) => {
      switch (action.type) {
        case 'hide-comment':
        case 'show-comment':
        case 'recall':
          return setItem(roomKey, action.itemId, action.userId, action.type !== 'show-comment');
        case 'mute':
        case 'ban':
          return hideUser(roomKey, action.userId, takenAt);
        case 'hide-user':
          return hideUser(roomKey, action.userId, null);
        case 'show-user':
          return setReach(roomKey, action.userId, undefined);
        case 'unmute':
        case 'unban':
        case 'mute-all':
        case 'unmute-all':
        case 'notice':
        case 'warn':
          return;
        default:
          return assertNever(action);
      }
    },
    /** Puts the screen back to how it stood before an action that was taken at that time. */
    restore: (roomKey: RoomKey, action: Action, prior: Prior, takenAt: number) => {
      switch (action.type) {
        case 'hide-comment':
        case 'show-comment':
        case 'recall':
          return setItem(roomKey, action.itemId, action.userId, prior.itemHidden ?? false);
        case 'mute':
        case 'ban':
          return restoreReach(roomKey, action.userId, prior.reach, widest(prior.reach, takenAt));
        case 'hide-user':
          return restoreReach(roomKey, action.userId, prior.reach, null);
        case 'show-user':
          return restoreReach(roomKey, action.userId, prior.reach, undefined);
        default:
          return;
      }
    },
  };
};
export type Screen = ReturnType<typeof createScreen>;
