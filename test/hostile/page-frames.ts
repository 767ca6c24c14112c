/** What an overlay page may say, one of each kind; the hostile pages say these with something wrong in them. */
export const goodPageFrames = [
  { type: 'ready', version: 1, width: 1280, height: 720, chromium: 130, obs: true, preview: false },
  { type: 'receipt', purgeId: 'x', removed: 1, at: 1 },
  { type: 'frames', fps: 60, onScreen: 3 },
] as const;
