import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDir } from '../support/livedeck.ts';

const SIZE_MB = 48;

/** Why this machine cannot give a disk of its own to a test; undefined where it can. */
export const noSmallDisk = (): string | undefined =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? undefined
    : 'needs root on Linux to mount a disk';

/** A disk that can be filled and made read-only, which file rights cannot do to root. */
export const openSmallDisk = () => {
  const dir = temporaryDir();
  const ballast = join(dir, 'ballast');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'livedeck-test', dir]);
  return {
    dir,
    /** Leaves not one byte free. */
    fill: () => {
      try {
        for (let size = SIZE_MB * 1024 * 1024; size >= 4096; size = Math.floor(size / 2))
          fillUp(ballast, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    readOnly: (on: boolean) => {
      execFileSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, dir]);
    },
    close: () => {
      execFileSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
export type SmallDisk = ReturnType<typeof openSmallDisk>;

/** Appends pieces of this size until one does not fit. */
const fillUp = (file: string, size: number): void => {
  const piece = Buffer.alloc(size, 1);
  try {
    for (;;) writeFileSync(file, piece, { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
};
