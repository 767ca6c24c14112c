import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as {
  readonly dependencies: Record<string, string>;
};

describe('the licences of what is shipped', () => {
  const texts = ['main', 'panel', 'overlay'].map((bundle) =>
    read('dist', bundle, 'third-party-licences.txt'),
  );

  it('are written beside the bundles, of every package that the product is made of', () => {
    const named = Object.entries(dependencies).filter(([name, version]) =>
      texts.some((text) => text.includes(`## ${name} - ${version}`)),
    );
    expect(named).toEqual(Object.entries(dependencies));
  });

  it('are there in full', () => {
    expect(texts.join('\n')).toContain('Permission is hereby granted, free of charge');
  });
});
