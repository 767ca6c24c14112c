import { rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keyHolder } from '../../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../../support/livedeck.ts';
import { connectPanel } from '../../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { sureCall } from '../../support/typed-call.ts';
import { wait } from '../browser-cost.ts';
import { untilLive } from '../rooms-live.ts';

/** The service holds a message back for at most a second (tencent-im D). */
export const DRAIN_MS = 2_500;

const openRooms = async (url: string, service: Rehearsal): Promise<void> => {
  const client = await connectPanel(url);
  const call = sureCall(() => client);
  const { accountId } = await call('account:add', keyHolder(service));
  for (const roomId of service.rooms) await call('room:open', { accountId, roomId });
  await untilLive(call, service.rooms.length);
  client.close();
};

/** Marked comments in the history file: mark → when the feed process had it. */
const storedMarks = (dataDir: string): ReadonlyMap<string, number> => {
  const db = new DatabaseSync(join(dataDir, 'history.db'), { readOnly: true });
  try {
    const rows = db.prepare("SELECT text, received FROM items WHERE kind = 'comment'").all();
    return new Map(
      rows.flatMap(({ text, received }) => {
        const mark = /#\d+#/.exec(String(text))?.[0];
        return mark === undefined ? [] : [[mark, Number(received)] as const];
      }),
    );
  } finally {
    db.close();
  }
};

/** What the history holds when nothing more comes: mark → when the feed process had it. */
export const settled = async (dataDir: string): Promise<ReadonlyMap<string, number>> => {
  let before = storedMarks(dataDir);
  for (;;) {
    await wait(DRAIN_MS);
    const now = storedMarks(dataDir);
    if (now.size === before.size) return now;
    before = now;
  }
};

export type Stage = { readonly service: Rehearsal; readonly dataDir: string; readonly url: string };

/** A real Livedeck with that many rooms of the rehearsal service open, nobody else in them, for as long as `run` takes. */
export const withLiveRooms = async <T>(rooms: number, run: (stage: Stage) => Promise<T>): Promise<T> => {
  const dataDir = temporaryDir();
  const service = await startRehearsal(['--seed', '7', '--rooms', String(rooms), '--audience', 'off']);
  // It stands for machines that are elsewhere: what is measured goes first on this one.
  setPriority(service.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  try {
    await openRooms(app.ready.url, service);
    return await run({ service, dataDir, url: app.ready.url });
  } finally {
    await app.stop();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** What the service itself let go of, being over its budget for a room, since its counters were last reset. */
export const droppedBy = async (service: Rehearsal): Promise<number> => {
  const { counts } = await service.controlCall<{ readonly counts: { readonly dropped: number } }>('metrics');
  return counts.dropped;
};
