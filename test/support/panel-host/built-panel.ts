import { resolve } from 'node:path';

/** The panel's page as `npm run build` made it; the suites that open it build first where it is out of date. */
export const builtPanel = { folder: resolve(import.meta.dirname, '../../../dist/panel') } as const;
