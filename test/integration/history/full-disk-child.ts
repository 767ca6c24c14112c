import { writeSync } from 'node:fs';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import { openHistory } from '../../../main/core/history/history.ts';
import { systemClock } from '../../../main/core/ports.ts';

/** A console whose files may not grow beyond a limit that its shell has set. Says as JSON what it told the person. */
const [file = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const reports: string[] = [];
const opened = openHistory({
  file,
  clock: systemClock,
  log,
  appOf: () => 1,
  report: (text) => reports.push(text.en),
});
if (!opened.ok) throw new Error(opened.error.text.en);

const comment = (index: number): Comment => ({
  kind: 'comment',
  id: `item-${index}`,
  at: 1_760_000_000_000 + index,
  receivedAt: 1_760_000_000_000 + index,
  person: { userId: `viewer${index % 9}`, nick: 'nick' },
  text: `${'long text '.repeat(30)}${index}`,
  danmaku: false,
  own: false,
  verdict: { level: 'clean', hits: [] },
});

const ITEMS = 30_000;
for (let index = 0; index < ITEMS; index += 100) {
  opened.value.addItems(
    'main/room',
    Array.from({ length: 100 }, (_, offset) => comment(index + offset)),
  );
}
const flushed = opened.value.flush();
const { waiting } = opened.value.status();
writeSync(1, JSON.stringify({ reports, flushed: flushed.ok, stored: ITEMS - waiting }));
process.exit(0);
