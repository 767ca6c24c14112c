import { join } from 'node:path';
import Store from 'electron-store';
import type { DocumentFile } from '../../core/ports.ts';

/** One JSON document in the data folder, written atomically by electron-store. */
export const storeDocument = (dataDir: string, name: string): DocumentFile => {
  const open = () =>
    new Store<Record<string, unknown>>({ cwd: dataDir, name, accessPropertiesByDotNotation: false });
  return {
    path: join(dataDir, `${name}.json`),
    read: () => open().store,
    write: (value) => {
      open().store = { ...value };
    },
  };
};
