import type { Localized } from '../../../main/contract/app-error.ts';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import type { Result } from '../../../main/contract/result.ts';
import { type HistoryOptions, openHistory } from '../../../main/core/history/history.ts';
import type { Log } from '../../../main/core/ports.ts';
import { createManualClock } from '../../support/manual-clock.ts';

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

/** The value of a result that the test takes for granted. */
export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.text.en}`);
  return result.value;
};

/** A real SQLite history, in memory unless a file is named, on a clock that stands still. */
export const openTestHistory = (options: Partial<HistoryOptions> = {}) => {
  const clock = createManualClock({ start: 1_760_000_000_000 });
  const reports: Localized[] = [];
  const history = must(
    openHistory({
      file: ':memory:',
      clock,
      log: silentLog,
      appOf: (roomKey) => (roomKey.startsWith('other') ? 2 : 1),
      report: (text) => reports.push(text),
      ...options,
    }),
  );
  return { history, clock, reports };
};

let made = 0;

export const aComment = (fields: Partial<Comment> = {}): Comment => {
  made += 1;
  const at = fields.at ?? 1_760_000_000_000 + made * 1000;
  return {
    kind: 'comment',
    id: `message-${made}`,
    at,
    receivedAt: at + 40,
    person: { userId: 'viewer', nick: '小雨' },
    text: '来了来了',
    danmaku: false,
    own: false,
    verdict: { level: 'clean', hits: [] },
    ...fields,
  };
};

export const said = (userId: string, text: string, fields: Partial<Comment> = {}): Comment =>
  aComment({ person: { userId, nick: `${userId}-nick` }, text, ...fields });
