import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDir } from '../../support/livedeck.ts';
import { putSection } from '../../support/report/section.ts';

const page = (speed: string) =>
  ['# Proof', '<!-- speed: written by its command -->', speed, '<!-- end of speed -->', 'More.', ''].join(
    '\n',
  );

describe('a section of a report', () => {
  it('is written anew between its marks, and nothing else is touched', () => {
    const file = join(temporaryDir(), 'proof.md');
    writeFileSync(file, page('old figures\n\n| a | b |'));
    putSection(file, 'speed', ['new figures']);
    putSection(file, 'speed', ['newer figures', '', 'and more']);
    expect(readFileSync(file, 'utf8')).toBe(page('\nnewer figures\n\nand more\n'));
  });

  it('is refused where the page has no place for it, and the page stays', () => {
    const file = join(temporaryDir(), 'proof.md');
    writeFileSync(file, page(''));
    expect(() => putSection(file, 'soak', ['x'])).toThrow('no section "soak"');
    expect(readFileSync(file, 'utf8')).toBe(page(''));
  });
});
