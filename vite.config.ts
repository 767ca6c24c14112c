import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), /^node:/, 'electron'];

/** CommonJS packages inside an ESM bundle still call `require` for Node's own modules. */
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const isOurs = (id: string) => !id.includes('node_modules');
/** Of our own modules only these do something when they are imported; the rest stay out of the first load when only their index is in it. */
const doesSomethingAtOnce = (id: string) => /\.css$|\/main\.tsx$|\/without-eval\.ts$/.test(id);

/** The page that people work in. */
export const panelBundle = (root: string): InlineConfig => ({
  root: join(root, 'renderer/panel'),
  base: './',
  plugins: [react()],
  // Electron's own Chromium, and the Chrome family of the last two years for the browser host.
  build: {
    outDir: join(root, 'dist/panel'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => (isOurs(id) ? doesSomethingAtOnce(id) : undefined) },
    },
  },
});

const overlay = (root: string): InlineConfig => ({
  root: join(root, 'renderer/overlay'),
  base: './',
  // OBS 28 to 30 embed Chromium 103.
  build: { outDir: join(root, 'dist/overlay'), emptyOutDir: true, target: 'chrome103', assetsInlineLimit: 0 },
});

const main = (root: string): InlineConfig => ({
  root,
  // The vendor's manifest names two entry points; Node takes the second, the bundler the first, which is not there.
  resolve: { alias: { 'tls-sig-api-v2': 'tls-sig-api-v2/TLSSigAPIv2.js' } },
  build: {
    ssr: true,
    outDir: join(root, 'dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: {
        desktop: join(root, 'main/hosts/desktop/main.ts'),
        browser: join(root, 'main/hosts/browser/main.ts'),
        'feed-process': join(root, 'main/feed-process/entry.ts'),
        rehearsal: join(root, 'main/rehearsal/cli.ts'),
      },
      external: builtins,
      output: {
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: 'chunk-[name]-[hash].mjs',
        banner: requireShim,
      },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});

/** A sandboxed preload must be one CommonJS file. */
const preload = (root: string, name: 'panel' | 'overlay', first: boolean): InlineConfig => ({
  root,
  build: {
    ssr: true,
    outDir: join(root, 'dist/preload'),
    emptyOutDir: first,
    target: 'chrome150',
    minify: false,
    rollupOptions: {
      input: join(root, `preload/${name}.ts`),
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: `${name}.cjs` },
    },
  },
  ssr: { noExternal: true },
});

/** Everything that `npm run build` makes. */
export const bundles = (root: string): InlineConfig[] => [
  panelBundle(root),
  overlay(root),
  main(root),
  preload(root, 'panel', true),
  preload(root, 'overlay', false),
];
