import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceList } from '../../../renderer/panel/features/feed/chunked-list.ts';
import { defaultFoldRules } from '../../../renderer/panel/features/feed/fold.ts';
import { entriesOf } from '../../../renderer/panel/features/feed/lines.ts';
import {
  appendEvents,
  lineIndexOf,
  newestEvents,
  noLines,
  prependEvents,
  type RoomLines,
  seal,
} from '../../../renderer/panel/features/feed/room-lines.ts';
import { comment, like } from './feed-samples.ts';

const eventsOf = (lines: RoomLines) =>
  sliceList(lines.list, 0).flatMap((line) => entriesOf(line).map((entry) => entry.item));

const talk = (count: number, tag = 'line') =>
  Array.from({ length: count }, (_, index) => comment(`${tag} ${index}`));

describe('the ring of a room', () => {
  it('keeps the newest events up to its capacity and lets go of whole lines from the front', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 20 }), (sizes) => {
        const capacity = 120;
        let lines = noLines;
        let all: ReturnType<typeof talk> = [];
        for (const size of sizes) {
          const batch = talk(size, `batch ${all.length}`);
          all = [...all, ...batch];
          lines = appendEvents(lines, batch, defaultFoldRules, capacity);
        }
        expect(eventsOf(lines)).toEqual(all.slice(-capacity));
        expect(lines.held).toBe(Math.min(all.length, capacity));
        expect(lines.nextSeq).toBe(all.length);
        expect(lines.droppedLines + lines.list.length).toBe(all.length);
      }),
    );
  });

  it('puts older events in front without touching those in memory', () => {
    const newer = talk(3, 'new');
    const older = talk(2, 'old');
    const lines = prependEvents(appendEvents(noLines, newer, defaultFoldRules), older, defaultFoldRules);
    expect(eventsOf(lines)).toEqual([...older, ...newer]);
    expect(lines.droppedLines).toBe(-2);
    expect(lines.nextSeq).toBe(3);
  });

  it('takes in no more older events than there is room for', () => {
    const lines = appendEvents(noLines, talk(8), defaultFoldRules, 10);
    expect(prependEvents(lines, talk(5, 'old'), defaultFoldRules, 10).held).toBe(10);
  });

  it('lets nothing that was on screen grow once it is sealed', () => {
    const before = seal(appendEvents(noLines, [like(0)], defaultFoldRules));
    const after = appendEvents(before, [like(10), like(20)], defaultFoldRules);
    expect(sliceList(after.list, 0).map((line) => entriesOf(line).length)).toEqual([1, 2]);
  });

  it('finds the line of an event by its number', () => {
    const lines = appendEvents(
      noLines,
      [comment('a'), like(0), comment('b'), like(1), comment('c')],
      defaultFoldRules,
    );
    expect([0, 1, 2, 4].map((seq) => lineIndexOf(lines, seq))).toEqual([0, 1, 2, 3]);
    expect(lineIndexOf(lines, -1)).toBe(-1);
  });

  it('answers its newest events, oldest first', () => {
    const events = talk(5);
    expect(newestEvents(appendEvents(noLines, events, defaultFoldRules), 2)).toEqual(events.slice(-2));
  });
});
