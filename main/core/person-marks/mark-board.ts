import { markKey, type PersonMark } from '../../contract/models/user-card.ts';
import type { History } from '../history/history.ts';
import type { Clock } from '../ports.ts';
import type { Mirror } from '../state/mirror.ts';

/** Longest wait that a timer of Node takes, ms. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Who has a note or a watch flag, as windows mirror it; a flag that runs out goes by itself. */
export const createMarkBoard = (deps: {
  readonly history: Pick<History, 'marks'>;
  readonly mirror: Pick<Mirror, 'get' | 'patch'>;
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
}) => {
  const { history, mirror, clock } = deps;
  let timer: NodeJS.Timeout | undefined;

  const wakeAt = (untils: readonly (number | null)[]) => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
    const next = Math.min(...untils.filter((until) => until !== null));
    if (next === Number.POSITIVE_INFINITY) return;
    const wait = Math.min(LONGEST_WAIT, Math.max(1, next - clock.now()));
    timer = clock.setTimeout(refresh, wait);
  };

  /** Reads the marks again and tells what changed. Where they cannot be read, what was known stands. */
  const refresh = () => {
    const read = history.marks();
    if (!read.ok) return;
    const before = mirror.get('marks');
    const patch: Record<string, PersonMark | null> = Object.fromEntries(
      Object.keys(before).map((key) => [key, null]),
    );
    for (const { app, userId, note, watch } of read.value) {
      const mark = { note: note !== undefined, watch: watch === undefined ? null : { until: watch.until } };
      patch[markKey(app, userId)] = mark;
    }
    for (const [key, mark] of Object.entries(patch)) {
      if (JSON.stringify(mark) === JSON.stringify(before[key])) delete patch[key];
    }
    if (Object.keys(patch).length > 0) mirror.patch('marks', patch);
    wakeAt(read.value.map(({ watch }) => watch?.until ?? null));
  };

  refresh();
  return {
    refresh,
    dispose: () => {
      if (timer !== undefined) clock.clearTimeout(timer);
    },
  };
};
export type MarkBoard = ReturnType<typeof createMarkBoard>;
