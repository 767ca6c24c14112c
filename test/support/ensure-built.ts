import { build, isBuilt } from '../../main/launch/build.ts';

/** Before the first file of a suite that runs what is built: once, since two files at a time would build twice. */
export const setup = async (): Promise<void> => {
  if (!isBuilt()) await build();
};
