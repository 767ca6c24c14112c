/** Whether this is Windows' portable copy, which unpacks itself anew at each start: its launcher says so. */
export const isPortable = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env.PORTABLE_EXECUTABLE_FILE !== undefined;
