import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keyHolder } from '../../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../../support/livedeck.ts';
import { connectPanel, type PanelClient } from '../../support/panel-client.ts';
import { feedProcessesOf } from '../../support/processes.ts';
import { startRehearsal } from '../../support/rehearsal.ts';
import { sureCall } from '../../support/typed-call.ts';
import { untilLive } from '../rooms-live.ts';
import { openSender } from '../sender.ts';

/** Far over what is sent here: the service lets nothing go. */
const NO_CAP = '100000';

/** `strict`: a user is in one room at a time, so that each room takes a seat and a feed process of its own. */
export type RoomPolicy = 'multi' | 'strict';

/** Whoever owns a room stays in it, whatever else they join: only a stranger to the rooms needs seats. */
const reader = { multi: {}, strict: { userId: 'reader', nick: 'Reader' } } as const;

type Sender = Awaited<ReturnType<typeof openSender>>;

/** A Livedeck on a service with that many rooms, of which more and more are opened, and somebody who speaks in all of them. */
export const openScaleStage = async (mostRooms: number, policy: RoomPolicy) => {
  const dataDir = temporaryDir();
  const service = await startRehearsal([
    ...[
      '--seed',
      '7',
      '--rooms',
      String(mostRooms),
      '--audience',
      'off',
      '--room-cap',
      NO_CAP,
      '--policy',
      policy,
    ],
  ]);
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  const senders: Sender[] = [];
  /** Whoever may be in one room only cannot speak in the others. */
  const senderFor = async (roomId: string): Promise<Sender> => {
    const [shared] = senders;
    if (policy === 'multi' && shared !== undefined) return shared;
    const sender = await openSender(service, `speaker-${roomId}`);
    senders.push(sender);
    return sender;
  };

  /** No window looks on while something is measured, unless the measurement opens one. */
  const withCalls = async <T>(run: (client: PanelClient) => Promise<T>): Promise<T> => {
    const client = await connectPanel(app.ready.url);
    try {
      return await run(client);
    } finally {
      client.close();
    }
  };
  const { accountId } = await withCalls((client) =>
    sureCall(() => client)('account:add', { ...keyHolder(service), ...reader[policy] }),
  );
  const opened: { readonly roomId: string; readonly sender: Sender }[] = [];

  return {
    url: app.ready.url,
    pid: app.pid,
    feedPids: (): number[] => feedProcessesOf(app.pid),
    /** Opens rooms until so many are live. */
    openUpTo: (count: number): Promise<void> =>
      withCalls(async (client) => {
        const call = sureCall(() => client);
        for (const roomId of service.rooms.slice(opened.length, count)) {
          const sender = await senderFor(roomId);
          await sender.join(roomId);
          await call('room:open', { accountId, roomId });
          opened.push({ roomId, sender });
        }
        await untilLive(call, opened.length);
      }),
    say: (index: number, text: string) => {
      const room = opened[index % opened.length];
      room?.sender.say(room.roomId, index, 'Normal', text);
    },
    /** Comments in the history file, as a reader from outside finds them. */
    stored: (): number => {
      const db = new DatabaseSync(join(dataDir, 'history.db'), { readOnly: true });
      try {
        return Number(db.prepare("SELECT count(*) AS n FROM items WHERE kind = 'comment'").get()?.n);
      } finally {
        db.close();
      }
    },
    close: async () => {
      for (const sender of senders) sender.close();
      await app.stop();
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type ScaleStage = Awaited<ReturnType<typeof openScaleStage>>;
