import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

type BuilderConfig = {
  readonly getConfig: (dir: string, file: string, overrides: null, metadata: undefined) => Promise<unknown>;
  readonly validateConfiguration: (
    config: unknown,
    log: { isEnabled: boolean; add: () => void },
  ) => Promise<void>;
};

describe('what is shipped', () => {
  it('pins every dependency to one version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('brings a Node of the major that its Electron embeds', () => {
    const notes = readFileSync(
      join(dirname(require.resolve('electron/package.json')), 'electron.d.ts'),
      'utf8',
    );
    expect(notes).toContain('Electron 45');
    // Electron 45 embeds Node 24 (its release notes); a new major of either must change both.
    expect(manifest.devDependencies.electron).toMatch(/^45\./);
    expect(manifest.devDependencies.node).toMatch(/^24\./);
  });

  // Loading the packager takes its time on a busy machine.
  it('is described by a file that the builder itself accepts', { timeout: 90_000 }, async () => {
    const builder = createRequire(require.resolve('electron-builder/package.json'));
    const { getConfig, validateConfiguration } = builder(
      'app-builder-lib/out/util/config/config.js',
    ) as BuilderConfig;
    const config = await getConfig(root, 'electron-builder.yml', null, undefined);
    await validateConfiguration(config, { isEnabled: false, add: () => undefined });
    expect(config).toMatchObject({
      electronFuses: {
        runAsNode: false,
        enableCookieEncryption: true,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        grantFileProtocolExtraPrivileges: false,
        loadBrowserProcessSpecificV8Snapshot: false,
      },
      asar: true,
      extraResources: [{ from: 'dist', to: 'licences', filter: ['*/third-party-licences.txt'] }],
      electronLanguages: ['en', 'en-US', 'zh-CN', 'zh_CN'],
      mac: { hardenedRuntime: true, notarize: true, gatekeeperAssess: false },
      // Without a publisher's name electron-updater checks no signature, and says nothing.
      win: { signtoolOptions: { publisherName: ['Livedeck'] } },
      publish: null,
    });
  });

  it('has a lockfile that names no registry host', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});
