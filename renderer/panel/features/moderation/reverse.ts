import type { Action } from '../../../../main/contract/models/action.ts';

/** What undoing an action amounts to on screen; nothing where it leaves no mark there. */
export const reverseOf = (action: Action): Action | undefined => {
  switch (action.type) {
    case 'mute':
      return { type: 'unmute', userId: action.userId, nick: action.nick };
    case 'hide-comment':
      return { ...action, type: 'show-comment' };
    case 'show-comment':
      return { ...action, type: 'hide-comment' };
    case 'hide-user':
      return { ...action, type: 'show-user' };
    case 'show-user':
      return { ...action, type: 'hide-user' };
    case 'recall':
      return { type: 'show-comment', userId: action.userId, nick: action.nick, itemId: action.itemId };
    case 'mute-all':
      return { type: 'unmute-all' };
    case 'unmute-all':
      return { type: 'mute-all' };
    case 'ban':
      return { type: 'unban', userId: action.userId, nick: action.nick };
    default:
      return undefined;
  }
};
