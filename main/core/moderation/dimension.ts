import type { Action, ActionType } from '../../contract/models/action.ts';
import { assertNever } from '../../contract/result.ts';

/** The one thing an action changes: two actions on the same thing in the same room replace each other. */
export type Dimension = { readonly thing: string; readonly types: readonly ActionType[] };

/** Absent where an action changes nothing that another could change back. */
export const dimensionOf = (action: Action): Dimension | undefined => {
  switch (action.type) {
    case 'mute':
    case 'unmute':
      return { thing: action.userId, types: ['mute', 'unmute'] };
    case 'ban':
    case 'unban':
      return { thing: action.userId, types: ['ban', 'unban'] };
    case 'hide-comment':
    case 'show-comment':
      return { thing: action.itemId, types: ['hide-comment', 'show-comment'] };
    case 'hide-user':
    case 'show-user':
      return { thing: action.userId, types: ['hide-user', 'show-user'] };
    case 'mute-all':
    case 'unmute-all':
      return { thing: '', types: ['mute-all', 'unmute-all'] };
    case 'recall':
    case 'notice':
    case 'warn':
      return undefined;
    default:
      return assertNever(action);
  }
};

/** Whether the action takes something off the screen. */
export const hides = (action: Action): boolean =>
  ['mute', 'ban', 'hide-comment', 'hide-user', 'recall'].includes(action.type);
