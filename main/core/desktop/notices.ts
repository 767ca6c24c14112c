import type { TopicValue } from '../../contract/state.ts';
import type { Clock, DesktopNote } from '../ports.ts';
import type { DeskWords } from './desk-words.ts';

/** Short breaks mend themselves and would only cry wolf. */
const LOST_AFTER_MS = 5000;
/** The same thing is not said more often. */
const QUIET_MS = 60_000;

type Rooms = TopicValue<'rooms'>;

/** System notifications: only what needs a person, only while no window of ours has the focus, and never a flood. */
export const createNotices = (options: {
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly words: () => DeskWords;
  readonly isWanted: () => boolean;
  readonly notify: (note: DesktopNote) => void;
}) => {
  const { clock } = options;
  const saidAt = new Map<string, number>();
  const waiting = new Map<string, NodeJS.Timeout>();
  let heldBefore = 0;

  const say = (topic: string, note: DesktopNote) => {
    const last = saidAt.get(topic);
    if (!options.isWanted() || (last !== undefined && clock.monotonic() - last < QUIET_MS)) return;
    saidAt.set(topic, clock.monotonic());
    options.notify(note);
  };

  const stopWaiting = (roomKey: string) => {
    const timer = waiting.get(roomKey);
    if (timer !== undefined) clock.clearTimeout(timer);
    waiting.delete(roomKey);
  };

  const lostLater = (roomKey: string, name: string) => {
    if (waiting.has(roomKey)) return;
    const tell = () => {
      const words = options.words();
      say(`lost ${roomKey}`, { title: words.lost(name), body: words.lostBody });
    };
    waiting.set(roomKey, clock.setTimeout(tell, LOST_AFTER_MS));
  };

  return {
    held: (count: number): void => {
      const words = options.words();
      if (count > heldBefore) say('held', { title: words.held(count), body: words.heldBody });
      heldBefore = count;
    },
    rooms: (rooms: Rooms, before: Rooms): void => {
      const words = options.words();
      for (const roomKey of waiting.keys()) if (rooms[roomKey] === undefined) stopWaiting(roomKey);
      for (const [roomKey, { connection, name }] of Object.entries(rooms)) {
        const was = before[roomKey]?.connection.state;
        if (connection.state === 'reconnecting' && was === 'live') lostLater(roomKey, name);
        if (connection.state === 'live') stopWaiting(roomKey);
        if (connection.state !== 'failed' || was === 'failed' || was === undefined) continue;
        stopWaiting(roomKey);
        say(`refused ${roomKey}`, { title: words.refused(name), body: words.refusedBody });
      }
    },
    dispose: (): void => {
      for (const roomKey of [...waiting.keys()]) stopWaiting(roomKey);
    },
  };
};
export type Notices = ReturnType<typeof createNotices>;
