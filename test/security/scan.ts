import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { explained, findingsOf, unexplained } from './findings.ts';

/**
 * `npm run security`: Doyensec's Electron scanner over the Electron parts and the panel's page. It exits 0 whatever it
 * finds, so its report is read here, and each finding must be explained in docs/security.md.
 */
const root = resolve(import.meta.dirname, '../..');
const scanner = '@doyensec/electronegativity@1.10.3';
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The scanner's own TypeScript is years old, so it is given the sources as plain JavaScript, line for line. */
const copyAsJavaScript = (target: string): number => {
  const files = ['main/hosts/desktop', 'preload', 'renderer/panel', 'renderer/overlay'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|html)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of files) {
    const name = relative(root, file).replace(/\.ts$/, '.js');
    const text = readFileSync(file, 'utf8');
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), file.endsWith('.ts') ? stripTypeScriptTypes(text) : text);
  }
  return files.length;
};

const folder = mkdtempSync(join(tmpdir(), 'livedeck-scan-'));
const sources = join(folder, 'sources');
const count = copyAsJavaScript(sources);
const report = join(folder, 'report.csv');
// Elsewhere, or it would load this project's TypeScript, which it cannot use.
const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
const ran = spawnSync(
  'npm',
  ['exec', '--yes', `--package=${scanner}`, '--', 'electronegativity', '-i', sources, '-o', report, '-r'],
  {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
    shell: process.platform === 'win32',
    // The machine's own Node: the scanner ends with an error on the one that the project brings.
    env: { ...process.env, PATH: path.join(delimiter) },
  },
);
let table: string;
try {
  table = readFileSync(report, 'utf8');
} catch {
  // No report: the scanner did not run at all.
  const last = `${ran.stderr ?? ''}`.trim().split('\n').slice(-3).join(' ');
  say(`The scanner ${scanner} could not be run; the package registry may be out of reach. ${last}`);
  process.exit(2);
}
const findings = findingsOf(table);
const open = unexplained(findings, explained(readFileSync(join(root, 'docs/security.md'), 'utf8')));
say(`${count} files scanned, ${findings.length} findings, ${open.length} not explained in docs/security.md.`);
for (const { check, file, line } of findings)
  say(
    `${open.some((one) => one.check === check && one.file === file) ? 'OPEN ' : 'known'} ${check} ${file}:${line}`,
  );
process.exit(open.length === 0 ? 0 : 1);
