/** What the checkpoint thread is started with; `state[0]` is {@link IDLE} or {@link BUSY}, and set by both sides. */
export type CheckpointThreadData = { readonly file: string; readonly state: Int32Array<SharedArrayBuffer> };

export const IDLE = 0;
export const BUSY = 1;
