import { join } from 'node:path';
import Conf from 'conf';
import type { DocumentFile } from '../../core/ports.ts';

/** One JSON document in the data folder, written atomically by `conf` (electron-store's own base). */
export const confDocument = (dataDir: string, name: string): DocumentFile => {
  const open = () =>
    new Conf<Record<string, unknown>>({
      cwd: dataDir,
      configName: name,
      accessPropertiesByDotNotation: false,
    });
  return {
    path: join(dataDir, `${name}.json`),
    read: () => open().store,
    write: (value) => {
      open().store = { ...value };
    },
  };
};
