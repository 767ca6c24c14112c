import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), /^node:/, 'electron'];

/** The licences of every package that a bundle holds something of, written beside it. */
const license = { fileName: 'third-party-licences.txt' };

const isOurs = (id: string) => !id.includes('node_modules');
/** Of our own modules only these do something when they are imported; the rest stay out of the first load when only their index is in it. */
const doesSomethingAtOnce = (id: string) => /\.css$|\/main\.tsx$|\/without-eval\.ts$|\/begin\.ts$/.test(id);

const isOfFirstScript = (id: string) => /\/i18n\/(begin|load-messages)\.ts$|\/pick-language\.ts$/.test(id);

/** The panel's first script, beside its own: it begins to fetch the words of the language that is spoken here. */
const wordsFirst = (root: string): Plugin => {
  const id = join(root, 'renderer/panel/i18n/begin.ts');
  return {
    name: 'words-first',
    buildStart() {
      this.emitFile({ type: 'chunk', id, name: 'begin' });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.name === 'begin',
        );
        const attrs = { type: 'module', crossorigin: true, src: `./${chunk?.fileName ?? ''}` };
        return chunk === undefined ? [] : [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
};

/** The page that people work in. */
export const panelBundle = (root: string): InlineConfig => ({
  root: join(root, 'renderer/panel'),
  base: './',
  plugins: [react(), wordsFirst(root)],
  // Electron's own Chromium, and the Chrome family of the last two years for the browser host.
  build: {
    outDir: join(root, 'dist/panel'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    license,
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => (isOurs(id) ? doesSomethingAtOnce(id) : undefined) },
      output: {
        // What the first load needs comes in two files, not in the twenty that it shares with one page or another.
        codeSplitting: {
          groups: [
            { name: 'messages', test: isOfFirstScript, priority: 2 },
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/, priority: 1 },
            { name: 'panel', tags: ['$initial'] },
          ],
        },
      },
    },
  },
});

/**
 * Leaves out the JSON schemas of `conf`, which loads a whole compiler for them at each start: every document of ours is
 * parsed with zod. Whoever gave `conf` a schema all the same would be told.
 */
const withoutJsonSchemas = (): Plugin => {
  const id = '\0no-json-schemas';
  const refusal = "throw new Error('Livedeck is built without JSON schemas: documents are parsed with zod.')";
  return {
    name: 'without-json-schemas',
    enforce: 'pre',
    resolveId: (source) => (source === 'ajv/dist/2020.js' || source === 'ajv-formats' ? id : undefined),
    load: (asked) =>
      asked === id ? `export class Ajv2020 { constructor() { ${refusal}; } } export default {};` : undefined,
  };
};

const overlay = (root: string): InlineConfig => ({
  root: join(root, 'renderer/overlay'),
  base: './',
  // OBS 28 to 30 embed Chromium 103.
  build: {
    outDir: join(root, 'dist/overlay'),
    emptyOutDir: true,
    target: 'chrome103',
    assetsInlineLimit: 0,
    license,
  },
});

const main = (root: string): InlineConfig => ({
  root,
  plugins: [withoutJsonSchemas()],
  // The vendor's manifest names two entry points; Node takes the second, the bundler the first, which is not there.
  resolve: { alias: { 'tls-sig-api-v2': 'tls-sig-api-v2/TLSSigAPIv2.js' } },
  build: {
    ssr: true,
    outDir: join(root, 'dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    license,
    rollupOptions: {
      input: {
        desktop: join(root, 'main/hosts/desktop/main.ts'),
        browser: join(root, 'main/hosts/browser/main.ts'),
        'feed-process': join(root, 'main/feed-process/entry.ts'),
        rehearsal: join(root, 'main/rehearsal/cli.ts'),
        'checkpoint-thread': join(root, 'main/hosts/node/checkpoint-thread.ts'),
      },
      external: builtins,
      // CommonJS, since an ES module's import of Node's own modules reads every export of theirs, and with it loads
      // half of Node. Without hashes, so that the kept compiled code does not grow with every build.
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name].cjs' },
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
