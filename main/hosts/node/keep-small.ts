import { existsSync, renameSync, statSync } from 'node:fs';
import type pino from 'pino';

/** How many older logs are kept beside the one that is written. */
const OLDER = 3;

const olderName = (file: string, number: number): string => file.replace(/\.log$/, `.${number}.log`);

/** Moves `livedeck.log` to `livedeck.1.log`, that to `livedeck.2.log`, and so on; the oldest is written over. */
const moveOn = (file: string): void => {
  for (let number = OLDER - 1; number >= 1; number -= 1) {
    if (existsSync(olderName(file, number))) renameSync(olderName(file, number), olderName(file, number + 1));
  }
  renameSync(file, olderName(file, 1));
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Begins a new file whenever the log has grown to `mostBytes`, also when it was that long at the start. */
export const keepSmall = (
  destination: ReturnType<typeof pino.destination>,
  file: string,
  mostBytes: number,
): void => {
  let size = sizeOf(file);
  const turnOver = () => {
    if (size < mostBytes) return;
    try {
      moveOn(file);
      destination.reopen();
    } catch {
      // Somebody else holds the file, as a virus scanner may. It goes on growing and is tried again as much later.
    }
    size = 0;
  };
  destination.on('write', (bytes) => {
    size += Number(bytes);
    turnOver();
  });
  destination.once('ready', turnOver);
};
