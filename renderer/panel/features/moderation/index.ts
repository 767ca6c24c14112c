export { actionText } from './action-text.ts';
export { type ActInput, createModeration, type Moderation } from './moderation.ts';
export { type MutedUntil, muteAllShown, mutedUntil, type Pending } from './pending.ts';
export type { LastAct } from './progress.ts';
