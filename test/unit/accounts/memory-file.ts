import type { DocumentFile } from '../../../main/core/ports.ts';

export type MemoryFile = DocumentFile & { text: () => string; failWith: (code: string | undefined) => void };

/** A stored document whose text a test can read, and whose disk can be full. */
export const createMemoryFile = (path: string, start = '{}'): MemoryFile => {
  let text = start;
  let failure: string | undefined;
  const failIfTold = (): void => {
    if (failure !== undefined) throw Object.assign(new Error('the disk says no'), { code: failure });
  };
  return {
    path,
    read: () => {
      failIfTold();
      return JSON.parse(text);
    },
    write: (value) => {
      failIfTold();
      text = JSON.stringify(value);
    },
    text: () => text,
    failWith: (code) => {
      failure = code;
    },
  };
};
