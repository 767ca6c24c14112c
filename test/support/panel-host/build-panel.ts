import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Builds the panel as it stands in the working tree into a folder of its own. */
export const buildPanel = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'livedeck-panel-'));
  await build({
    configFile: false,
    root: join(root, 'renderer/panel'),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
