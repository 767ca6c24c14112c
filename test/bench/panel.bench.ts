import { join, resolve } from 'node:path';
import { finish } from './outcome.ts';
import { readContest } from './panel/contest.ts';
import { readFlood } from './panel/flood.ts';
import { readFloodHistory } from './panel/flood-history.ts';
import { readHeap } from './panel/heap.ts';
import { readLiveRooms } from './panel/live-rooms.ts';

/**
 * The panel in real Chromium: rooms at the service's cap, keys in a flood, memory, and the cost of a comment against a
 * plain list and react-virtuoso. Run with `npm run bench panel`; `-- --full` for the full lengths; the last line is JSON.
 */
const full = process.argv.includes('--full');
const panel = join(resolve(import.meta.dirname, '../..'), 'dist/panel');

const live = await readLiveRooms(full ? 60 : 12);
console.log(
  `${live.rooms} rooms × ${live.perSecond}/s for ${live.seconds} s: arrival → row painted p50 ${live.rowMs.p50}, ` +
    `p95 ${live.rowMs.p95}, max ${live.rowMs.max} ms (limit p95 120); ${live.longTasks} tasks over 50 ms, longest ${live.longestTaskMs} ms; ` +
    `sent ${live.sent}, dropped by the service ${live.droppedByService}, in the history ${live.inHistory}, painted ${live.painted}`,
);
const lost = Math.max(0, live.sent - live.droppedByService - live.inHistory);
const flood = await readFlood(panel, full ? 30 : 12);
console.log(
  `${flood.perSecond}/s in ${flood.rooms} rooms for ${flood.seconds} s: key → row selected p50 ${flood.selectMs.p50}, p95 ${flood.selectMs.p95} ms, ` +
    `key → row hidden p50 ${flood.hideMs.p50}, p95 ${flood.hideMs.p95} ms, all p95 ${flood.keyP95Ms} ms (limit 60), ` +
    `${flood.withoutEffect} of ${flood.presses} without effect`,
);
const kept = await readFloodHistory(full ? 30 : 6);
console.log(
  `${kept.perSecond}/s in ${kept.rooms} rooms for ${kept.seconds} s: sent ${kept.sent}, dropped by the service ${kept.droppedByService}, ` +
    `in the history ${kept.inHistory}, lost ${kept.lost} (limit 0)`,
);
const heap = await readHeap(panel);
console.log(
  `heap after 20 000 comments ${heap.after20kMb} MB, after 200 000 ${heap.after200kMb} MB: ${heap.ratio} times (limit 1.3), ` +
    `${heap.nodes20k} and ${heap.nodes200k} nodes`,
);
const contest = await readContest(panel, full ? 30 : 6, full ? 3 : 2);
console.log(
  `one room at ${contest.perSecond}/s, main thread for each comment in processor time, mean of ${contest.rounds} rounds:`,
);
for (const [name, cost] of Object.entries(contest.costs))
  console.log(
    `  ${name.padEnd(16)} script ${cost.scriptMs.toFixed(2).padStart(6)}  style ${cost.styleMs.toFixed(2).padStart(6)}  ` +
      `layout ${cost.layoutMs.toFixed(2).padStart(6)}  together ${cost.sumMs.toFixed(2).padStart(6)} ms`,
  );
console.log(`  ours is ${contest.share} of the better one (limit 0.5)`);

finish({
  bench: 'panel',
  title: 'The panel in a storm',
  measures:
    `The production build in real Chromium. ${live.rooms} rooms of the rehearsal service at ${live.perSecond} comments a second each for ${live.seconds} s: ` +
    `from the feed process to the painted row, and every task over 50 ms (the service, which stands for machines elsewhere, runs at a lower priority). Keys (select, hide) while ${flood.perSecond} comments a second come into ${flood.rooms} rooms for ${flood.seconds} s; as many through the rehearsal service into the history, ${kept.rooms} rooms. ` +
    `JavaScript heap of one room after a collection. Script, style and layout of the page for each comment of one room at ${contest.perSecond}/s, in processor time as the browser counts it, mean of ${contest.rounds} rounds of ${contest.seconds} s in turns.`,
  peers: ['a plain React list of the newest 1 000 rows', 'react-virtuoso'],
  figures: [
    { name: 'Arrival → row painted, p50', value: live.rowMs.p50, unit: 'ms' },
    { name: 'Arrival → row painted, p95', value: live.rowMs.p95, unit: 'ms', limit: { most: 120 } },
    { name: 'Longest task', value: live.longestTaskMs, unit: 'ms', limit: { most: 50 } },
    {
      name: 'Comments that are not in the history',
      value: lost,
      unit: '',
      limit: { most: 0 },
    },
    { name: 'Key → row selected, p95', value: flood.selectMs.p95, unit: 'ms' },
    { name: 'Key → row hidden, p95', value: flood.hideMs.p95, unit: 'ms' },
    { name: 'Key → effect, p95', value: flood.keyP95Ms, unit: 'ms', limit: { most: 60 } },
    { name: 'Keys without effect', value: flood.withoutEffect, unit: '', limit: { most: 0 } },
    { name: 'Of a flood: not in the history', value: kept.lost, unit: '', limit: { most: 0 } },
    { name: 'Heap after 20 000 comments', value: heap.after20kMb, unit: 'MB' },
    { name: 'Heap after 200 000 comments', value: heap.after200kMb, unit: 'MB' },
    { name: 'Heap after 200 000 to after 20 000', value: heap.ratio, unit: '', limit: { most: 1.3 } },
    {
      name: 'Cost of a comment to the better of the others',
      value: contest.share,
      unit: '',
      limit: { most: 0.5 },
    },
  ],
  contests: [
    {
      id: 'cost',
      title: 'Script, style and layout for each comment',
      unit: 'ms',
      better: 'lower',
      bars: Object.entries(contest.costs).map(([name, { sumMs }]) => ({
        name,
        value: sumMs,
        ours: name === 'livedeck',
      })),
    },
  ],
});
