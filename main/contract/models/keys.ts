import { z } from 'zod';

/**
 * A key as `KeyboardEvent.key` names it, after `Mod+` (Ctrl or Cmd), `Alt+` and `Shift+` in that order: `m`, `Shift+m`,
 * `Mod+k`, `F6`, ` ` for the space bar.
 */
export const chordSchema = z
  .string()
  .regex(/^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?(?:[^\p{C}\p{Z}\p{Lu}]|[A-Z][A-Za-z0-9]{1,20}| )$/u);

/** Most keys of one command. */
export const MOST_KEYS = 4;

/** A person's own keys by command; a command that is not named keeps its usual ones, an empty list means none. */
export const ownKeysSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  z.array(chordSchema).max(MOST_KEYS),
);
export type OwnKeys = Readonly<z.infer<typeof ownKeysSchema>>;
