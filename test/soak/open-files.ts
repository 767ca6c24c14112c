import { readdirSync } from 'node:fs';

const LOOK_MS = 500;

const openFilesOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/**
 * Counts a process's open files and sockets all the time, because a single look tells more of the moment than of the
 * process: four calls leave four connections open for some seconds, and a copying of the log has its file open. Linux only.
 */
export const watchOpenFiles = (pid: number) => {
  let least = openFilesOf(pid);
  const timer = setInterval(() => {
    least = Math.min(least, openFilesOf(pid));
  }, LOOK_MS);
  return {
    /** The fewest since this was last asked. */
    fewest: (): number => {
      const found = least;
      least = openFilesOf(pid);
      return found;
    },
    stop: () => clearInterval(timer),
  };
};
