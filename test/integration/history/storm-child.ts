import { writeSync } from 'node:fs';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import type { StartCheckpointer } from '../../../main/core/history/checkpoints.ts';
import { openHistory } from '../../../main/core/history/history.ts';
import { openJournal } from '../../../main/core/history/journal.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { testCheckpointer } from '../../support/test-checkpointer.ts';

/**
 * A console in a storm, to be killed: 2 000 comments a second into the history, and a journal entry now and then. Says
 * `item <number> <ms>` when the history has taken an item, `entry <id>` when the journal says that it is on the disk.
 */
const [historyFile = '', journalFile = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const report = (text: { en: string }) => writeSync(1, `report ${text.en}\n`);

/** Copies the log all the time, so that a kill meets it in the middle of that too. */
const startCheckpointer: StartCheckpointer = (file) => {
  const checkpointer = testCheckpointer(log)(file);
  setInterval(checkpointer.begin, 5);
  return checkpointer;
};

const history = openHistory({
  file: historyFile,
  clock: systemClock,
  log,
  appOf: () => 1,
  report,
  startCheckpointer,
});
const journal = openJournal({ file: journalFile, clock: systemClock, log, report });
if (!history.ok || !journal.ok) throw new Error('The files could not be opened');

const lines = ['来了来了', '主播好听', 'hello from here', '666', '加油 加油 加油'];
let count = 0;
const comment = (): Comment => {
  count += 1;
  const now = Date.now();
  return {
    kind: 'comment',
    id: `${process.pid}-${count}`,
    at: Math.floor(now / 1000) * 1000,
    receivedAt: now,
    person: { userId: `viewer${count % 300}`, nick: `观众${count % 300}` },
    text: `${lines[count % lines.length]} ${count}`,
    danmaku: false,
    own: false,
    seq: count,
    verdict: { level: 'clean', hits: [] },
  };
};

setInterval(() => {
  const items = Array.from({ length: 10 }, comment);
  history.value.addItems(`main/room${count % 3}`, items);
  writeSync(1, `item ${count} ${Date.now()}\n`);
}, 5);

setInterval(() => {
  const entryId = `${process.pid}-${Date.now()}`;
  const written = journal.value.append([
    {
      type: 'opened',
      entryId,
      batch: entryId,
      app: 1,
      roomKey: 'main/room1',
      roomName: 'room',
      actor: 'moderator',
      action: { type: 'mute', userId: 'viewer1', nick: '观众1', seconds: 600 },
      reason: '',
      prior: {},
    },
  ]);
  if (written.ok) writeSync(1, `entry ${entryId}\n`);
}, 40);
