import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaultSettings, type Settings } from '../../../main/contract/models/settings.ts';
import type { TopicValues } from '../../../renderer/panel/bridge/index.ts';
import { createArrangement } from '../../../renderer/panel/features/deck/arrangement.ts';
import { createDeck } from '../../../renderer/panel/features/deck/deck.ts';
import { withColumn, withMoved } from '../../../renderer/panel/features/deck/layout.ts';

/** The settings of one data folder, as several panels see them. */
const createFolder = (rooms: readonly string[]) => {
  let kept: Settings = defaultSettings;
  let writes = 0;
  const panels: ((settings: Settings) => void)[] = [];
  const openPanel = () => {
    const values = createStore<TopicValues>(() => ({
      settings: kept,
      rooms: Object.fromEntries(rooms.map((key) => [key, { key }])) as unknown as NonNullable<
        TopicValues['rooms']
      >,
    }));
    panels.push((settings) => values.setState({ settings }));
    const due: (() => void)[] = [];
    const deck = createDeck();
    const arrangement = createArrangement({
      topics: { values, begun: Promise.resolve(), dispose: () => undefined },
      deck,
      settings: {
        change: (patch) => {
          kept = { ...kept, ...patch };
          writes += 1;
          for (const tell of panels) tell(kept);
        },
      },
      clock: {
        now: () => 0,
        monotonic: () => 0,
        frame: () => () => undefined,
        inputWaits: () => false,
        after: (_, task) => {
          due.splice(0, due.length, task);
          return () => due.splice(0);
        },
      },
    });
    return {
      change: arrangement.change,
      order: () => deck.getState().order,
      pause: () => {
        for (const task of due.splice(0)) task();
      },
    };
  };
  return { openPanel, kept: () => kept.deck?.columns.map((column) => column.id), writes: () => writes };
};

describe('the arrangement of columns', () => {
  it('is on screen at once and kept once after a pause', () => {
    const folder = createFolder(['a/1', 'a/2', 'a/3']);
    const panel = folder.openPanel();
    panel.pause();
    const before = folder.writes();
    panel.change(withMoved('a/3', 'a/1'));
    panel.change(withMoved('a/2', 'a/3'));
    expect(panel.order()).toEqual(['a/2', 'a/3', 'a/1']);
    expect(folder.kept()).toEqual(['a/1', 'a/2', 'a/3']);
    panel.pause();
    expect(folder.kept()).toEqual(['a/2', 'a/3', 'a/1']);
    expect(folder.writes()).toBe(before + 1);
  });

  it('comes back in the order that was kept', () => {
    const folder = createFolder(['a/1', 'a/2']);
    const first = folder.openPanel();
    first.change(withMoved('a/2', 'a/1'));
    first.pause();
    expect(folder.openPanel().order()).toEqual(['a/2', 'a/1']);
  });

  it('is one for all panels, and none takes back what another did', () => {
    const folder = createFolder(['a/1', 'a/2']);
    const one = folder.openPanel();
    const two = folder.openPanel();
    one.pause();
    two.pause();
    one.change(withMoved('a/2', 'a/1'));
    two.change(withColumn({ kind: 'journal', id: 'journal:x' }));
    one.pause();
    expect(two.order()).toEqual(['a/2', 'a/1', 'journal:x']);
    two.pause();
    expect(one.order()).toEqual(['a/2', 'a/1', 'journal:x']);
    expect(folder.kept()).toEqual(['a/2', 'a/1', 'journal:x']);
  });

  it('writes nothing when nothing is different', () => {
    const folder = createFolder(['a/1']);
    folder.openPanel().pause();
    const before = folder.writes();
    folder.openPanel().pause();
    expect(folder.writes()).toBe(before);
  });
});
