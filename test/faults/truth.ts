import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type JournalEntry, journalEntrySchema } from '../../main/contract/models/action.ts';
import { verifyCommand, WHOLE } from '../../main/core/history/verify-command.ts';
import { ROOM, type Stage } from './stage.ts';

const stateSchema = z.object({
  rooms: z.array(
    z.object({
      id: z.string(),
      mutes: z.array(z.object({ userId: z.string() })),
      bans: z.array(z.object({ userId: z.string() })),
    }),
  ),
});

/** Who is muted and banned in the room by the service's own account. */
export const serviceTruth = async (stage: Stage) => {
  const { rooms } = stateSchema.parse(await stage.parts.service.controlCall('state'));
  const room = rooms.find(({ id }) => id === ROOM);
  return {
    muted: new Set(room?.mutes.map(({ userId }) => userId)),
    banned: new Set(room?.bans.map(({ userId }) => userId)),
  };
};

export const journalOf = async (stage: Stage): Promise<readonly JournalEntry[]> => {
  const { entries } = await stage.call('journal:recent', { limit: 1000 });
  return z.array(journalEntrySchema).parse(entries);
};

/** What the command line says of the journal file; undefined where its chain is whole. */
export const journalTrouble = async (dataDir: string): Promise<string | undefined> => {
  const { code, text } = await verifyCommand([join(dataDir, 'journal.db')]);
  return code === WHOLE ? undefined : text.en;
};

/** Texts of all comments that the history file holds. */
export const storedTexts = (dataDir: string): ReadonlySet<string> => {
  const db = new DatabaseSync(join(dataDir, 'history.db'), { readOnly: true });
  try {
    const rows = db.prepare("SELECT text FROM items WHERE kind = 'comment'").all();
    return new Set(rows.map(({ text }) => String(text)));
  } finally {
    db.close();
  }
};
