import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../../main/launch/with-own-node.mjs');

/** A project folder of its own with a target that prints what it was run with. */
const project = () => {
  const root = mkdtempSync(join(tmpdir(), 'livedeck-node-'));
  mkdirSync(join(root, 'main/launch'), { recursive: true });
  copyFileSync(source, join(root, 'main/launch/with-own-node.mjs'));
  writeFileSync(join(root, 'target.mjs'), 'console.log(JSON.stringify(process.argv.slice(2)))');
  return root;
};

/** Pretends to be an older Node by its version alone; the file may use nothing that an older Node lacks. */
const pretendOld = (root: string): string => {
  const file = join(root, 'old.mjs');
  writeFileSync(
    file,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.1.0' } });",
  );
  return file;
};

const run = (root: string, ...flags: string[]) =>
  spawnSync(process.execPath, [...flags, 'main/launch/with-own-node.mjs', 'target.mjs', '--a', 'b'], {
    cwd: root,
    encoding: 'utf8',
  });

describe('starting with whichever Node there is', () => {
  it('runs the target with its arguments on a Node that is new enough', () => {
    expect(run(project()).stdout.trim()).toBe('["--a","b"]');
  });

  it('says what to do on an old Node when the project’s own is not there', () => {
    const root = project();
    const ended = run(root, '--import', `file://${pretendOld(root)}`);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('needs Node 24 and this is Node 18.1.0');
    expect(ended.stderr).toContain('npm rebuild node');
  });

  // The stand-in is a shell script.
  it.skipIf(process.platform === 'win32')('hands over to the project’s own Node on an old one', () => {
    const root = project();
    mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
    const own = join(root, 'node_modules/node/bin/node');
    writeFileSync(own, `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, { mode: 0o755 });
    expect(readFileSync(own, 'utf8')).toContain('exec');
    expect(run(root, '--import', `file://${pretendOld(root)}`).stdout.trim()).toBe('["--a","b"]');
  });
});
