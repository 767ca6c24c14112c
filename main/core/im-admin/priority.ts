/** `urgent`: a moderator waits for it. `normal`: somebody looks at it. `bulk`: nobody minds a few seconds. */
export const priorities = ['urgent', 'normal', 'bulk'] as const;
export type Priority = (typeof priorities)[number];
