import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { panelBundle } from '../../../vite.config.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Builds the panel as it stands in the working tree into a folder of its own. */
export const buildPanel = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'livedeck-panel-'));
  const bundle = panelBundle(root);
  await build({
    ...bundle,
    configFile: false,
    logLevel: 'error',
    build: { ...bundle.build, outDir: folder },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
