export { actionText } from './action-text.ts';
export { createModeration, type LastAct, type Moderation, type ModerationState } from './moderation.ts';
export { type MutedUntil, muteAllShown, mutedUntil, type Pending } from './pending.ts';
