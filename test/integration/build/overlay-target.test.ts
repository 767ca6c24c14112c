import { resolve } from 'node:path';
import { build, transformWithOxc } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../../vite.config.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The engine of OBS 28 to 30. */
const engine = 'chrome103';

/** What came to Chromium later and no compiler puts in (version by MDN's tables). */
const tooNewForScript: readonly (readonly [string, RegExp])[] = [
  ['Array.prototype.toSorted and its kin, 110', /\.(?:toSorted|toReversed|toSpliced)\(/],
  ['Array.fromAsync, 121', /Array\.fromAsync/],
  ['Object.groupBy, 117', /\b(?:Object|Map)\.groupBy/],
  ['Promise.withResolvers, 119', /Promise\.(?:withResolvers|try)\b/],
  ['iterator helpers, 122', /\.(?:values|keys|entries)\(\)\.(?:map|filter|some|every|find|reduce|toArray)\(/],
  ['Set methods, 122', /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/],
  ['isWellFormed, 111', /\.(?:isWellFormed|toWellFormed)\(/],
  ['AbortSignal.any, 116', /AbortSignal\.any/],
  ['checkVisibility, 105', /\.checkVisibility\(/],
  ['view transitions, 111', /startViewTransition/],
  ['moveBefore, 133', /\.moveBefore\(/],
  ['regular expressions with /v, 112', /\/[dgimsuy]*v[dgimsuy]*[,;).]/],
];
const tooNewForStyle: readonly (readonly [string, RegExp])[] = [
  [':has(), 105', /:has\(/],
  ['container queries, 105', /@container|container-type/],
  ['nesting, 112', /(?:^|[{;}])\s*&/],
  ['color-mix(), 111', /color-mix\(/],
  ['oklch(), 111', /\b(?:oklab|oklch|lab|lch|color)\(/],
  ['light-dark(), 123', /light-dark\(/],
  ['translate, rotate and scale by themselves, 104', /[{;]\s*(?:translate|rotate|scale)\s*:/],
  ['small and dynamic viewport units, 108', /\d(?:s|l|d)v(?:h|w|min|max)\b/],
  ['media queries with <=, 104', /@media[^{]*[<>]/],
  ['text-wrap, 114', /text-wrap\s*:/],
  ['@scope and @starting-style, 117', /@scope|@starting-style/],
  ['relative colours, 119', /\bfrom\s+(?:#|var\()/],
  ['paint-order and text-stroke over HTML text, 123', /-webkit-text-stroke/],
];

const found = (text: string, rules: readonly (readonly [string, RegExp])[]) =>
  rules.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

/** Whether the engine's compiler would have to write anything in another way. */
const isUnderstood = async (code: string): Promise<boolean> => {
  const [old, now] = await Promise.all([
    transformWithOxc(code, 'page.js', { target: engine }),
    transformWithOxc(code, 'page.js', { target: 'esnext' }),
  ]);
  return old.code === now.code;
};

let scripts: readonly string[] = [];
let styles: readonly string[] = [];

beforeAll(async () => {
  const bundle = bundles(root).find((one) => one.root?.endsWith('overlay'));
  if (!bundle) throw new Error('The build has no overlay page');
  const built = await build({
    ...bundle,
    configFile: false,
    logLevel: 'error',
    build: { ...bundle.build, write: false },
  });
  if (!('output' in built)) throw new Error('The overlay page was not built once.');
  scripts = built.output.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  styles = built.output.flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  );
});

describe('the overlay page in the Chromium of OBS 28 to 30', () => {
  it('is written in the syntax that it knows', async () => {
    expect(scripts.length).toBeGreaterThan(0);
    expect(await Promise.all(scripts.map(isUnderstood))).toEqual(scripts.map(() => true));
  });

  it('calls nothing that came later', () => {
    expect(scripts.flatMap((code) => found(code, tooNewForScript))).toEqual([]);
  });

  it('is styled by nothing that came later', () => {
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.flatMap((code) => found(code, tooNewForStyle))).toEqual([]);
  });

  it('would be found out', async () => {
    // `using` is younger than this engine, private names are not.
    expect(await isUnderstood('export const f = () => { using file = open(); return file; };')).toBe(false);
    expect(await isUnderstood('export class A { static #a = 1; static { A.#a ??= 2; } }')).toBe(true);
    const script = 'const a=[1].toSorted();for(const b of m.values().map(f))/[a--b]/v.test(b)';
    expect(found(script, tooNewForScript)).toHaveLength(3);
    const style = '.a{color:color-mix(in oklab,red,blue);translate:1px;& b{height:3dvh}}.c:has(d){}';
    expect(found(style, tooNewForStyle)).toHaveLength(5);
  });
});
