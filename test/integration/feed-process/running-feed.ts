import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { type FeedCommand, type FeedEvent, feedEventSchema } from '../../../main/contract/feed-port.ts';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';

const entry = resolve(import.meta.dirname, '../../../main/feed-process/entry.ts');

/** A real feed process with the real SDK; what it says is kept and can be waited for. */
export const startFeed = () => {
  const child: ChildProcess = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const events: FeedEvent[] = [];
  const waiting = new Set<() => void>();
  child.on('message', (raw) => {
    events.push(feedEventSchema.parse(raw));
    for (const check of [...waiting]) check();
  });
  const until = <T>(find: (events: readonly FeedEvent[]) => T | undefined): Promise<T> =>
    new Promise((done) => {
      const check = () => {
        const found = find(events);
        if (found === undefined) return;
        waiting.delete(check);
        done(found);
      };
      waiting.add(check);
      check();
    });
  const items = (): FeedItem[] => events.flatMap((event) => (event.type === 'batch' ? event.items : []));
  return {
    events,
    items,
    until,
    untilItem: (match: (item: FeedItem) => boolean) => until(() => items().find(match)),
    send: (command: FeedCommand) => child.send(command),
    /** As when the main process is killed. */
    orphan: () => {
      child.disconnect();
    },
    ended: new Promise<number | null>((done) => child.once('exit', (code) => done(code))),
    end: () => {
      child.kill('SIGKILL');
    },
  };
};
