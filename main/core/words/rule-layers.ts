import type { WordRule } from '../../contract/models/word-rule.ts';
import type { Characters } from './characters.ts';
import { buildShelf, type Shelf } from './shelf.ts';

/**
 * Rules that changed since the others were compiled, on shelves of growing size: a change builds anew only the smallest
 * that has room, so that the thousandth costs as little as the first.
 */
export type RuleLayers = {
  readonly shelves: readonly Shelf[];
  /** Since the base was compiled; `undefined` = removed. */
  readonly changed: ReadonlyMap<string, WordRule | undefined>;
};

export const noLayers: RuleLayers & { readonly layers: readonly Layer[] } = {
  shelves: [],
  layers: [],
  changed: new Map(),
};

type Layer = { readonly rules: readonly WordRule[]; readonly shelf: Shelf };
type Layered = typeof noLayers;

/** Rules on the smallest shelf, and on the next; what is beyond goes on the last. */
const ROOM = [16, 256, Number.POSITIVE_INFINITY];

const roomFor = (count: number): number => ROOM.find((room) => count <= room) ?? Number.POSITIVE_INFINITY;

/** Layers with some more changes, the newest version of each rule only. */
export const layChanges = (
  characters: Characters,
  before: Layered,
  changes: { readonly changed: readonly WordRule[]; readonly removed: readonly string[] },
): Layered => {
  if (changes.changed.length + changes.removed.length === 0) return before;
  const changed = new Map(before.changed);
  for (const id of changes.removed) changed.set(id, undefined);
  for (const rule of changes.changed) changed.set(rule.id, rule);
  const isNewest = (rule: WordRule): boolean => changed.get(rule.id) === rule;

  let fresh = changes.changed.filter(isNewest);
  const layers = [...before.layers];
  for (let last = layers.at(-1); last !== undefined; last = layers.at(-1)) {
    if (roomFor(last.rules.length) > roomFor(fresh.length)) break;
    fresh = [...last.rules.filter(isNewest), ...fresh];
    layers.pop();
  }
  if (fresh.length > 0) layers.push({ rules: fresh, shelf: buildShelf(characters, fresh, []) });
  return { layers, changed, shelves: layers.map(({ shelf }) => shelf) };
};
