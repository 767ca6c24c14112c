import { z } from 'zod';
import { MUTE_FOREVER_SECONDS, WARNING_MAX } from './action.ts';

/** What an own button does besides warning. */
export const ownDeeds = ['none', 'mute', 'ban', 'hide', 'hide-all', 'recall', 'watch'] as const;
export type OwnDeed = (typeof ownDeeds)[number];

/** An action button of the user's own, on a digit key: one press warns, acts, or both. */
export const ownButtonSchema = z.object({
  /** Empty: named after what it does. */
  name: z.string().trim().max(40).default(''),
  warn: z.enum(['no', 'room', 'user']).default('no'),
  /** Empty: the first of the usual warnings. */
  warnText: z.string().trim().max(WARNING_MAX).default(''),
  deed: z.enum(ownDeeds).default('none'),
  /** Length of a mute, ban or watch. */
  seconds: z.number().int().min(1).max(MUTE_FOREVER_SECONDS).default(600),
  reason: z.string().trim().max(200).default(''),
});
export type OwnButton = Readonly<z.infer<typeof ownButtonSchema>>;

/** By their key, 1 first; `null` = nothing on this key. */
export const OWN_BUTTONS = 9;
export const ownButtonsSchema = z.array(ownButtonSchema.nullable()).max(OWN_BUTTONS);

const button = (parts: Partial<OwnButton>): OwnButton => ownButtonSchema.parse(parts);

/** From mild to hard, so that the digit says how hard it hits. */
export const defaultOwnButtons: readonly (OwnButton | null)[] = [
  button({ warn: 'room' }),
  button({ warn: 'room', deed: 'mute', seconds: 60 }),
  button({ warn: 'room', deed: 'mute', seconds: 600 }),
  button({ deed: 'mute', seconds: 3_600 }),
  button({ deed: 'recall' }),
  button({ deed: 'ban', seconds: 86_400 }),
  button({ deed: 'watch', seconds: 86_400 }),
];
