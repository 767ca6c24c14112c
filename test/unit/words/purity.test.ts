import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../../main/core/words/', import.meta.url);

it('the word engine runs wherever it is put: it needs neither Node nor a page', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/data.generate-/.test(file))
    .map((file) => ({ file, text: readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8') }));
  expect(files.length).toBeGreaterThan(20);
  const impure = files.filter(({ text }) =>
    /from 'node:|\bBuffer\b|\bprocess\.|\bdocument\.|\bwindow\./.test(text),
  );
  expect(impure.map(({ file }) => file)).toEqual([]);
});
