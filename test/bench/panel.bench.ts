import { join, resolve } from 'node:path';
import { readContest } from './panel/contest.ts';
import { readFlood } from './panel/flood.ts';
import { readHeap } from './panel/heap.ts';
import { readLiveRooms } from './panel/live-rooms.ts';

/**
 * The panel in real Chromium: rooms at the service's cap, keys in a flood, memory, and the cost of a comment against a
 * plain list and react-virtuoso. Run with `npm run bench panel`; `-- --full` for the full lengths; the last line is JSON.
 */
const full = process.argv.includes('--full');
const panel = join(resolve(import.meta.dirname, '../..'), 'dist/panel');
const limits = { rowP95Ms: 120, longestTaskMs: 50, keyP95Ms: 60, heapRatio: 1.3, share: 0.5 };

const live = await readLiveRooms(full ? 60 : 12);
console.log(
  `${live.rooms} rooms × ${live.perSecond}/s for ${live.seconds} s: arrival → row painted p50 ${live.rowMs.p50}, ` +
    `p95 ${live.rowMs.p95}, max ${live.rowMs.max} ms (limit p95 ${limits.rowP95Ms}); ${live.longTasks} tasks over 50 ms, longest ${live.longestTaskMs} ms; ` +
    `sent ${live.sent}, delivered ${live.delivered}, in the history ${live.inHistory}, painted ${live.painted}`,
);
const flood = await readFlood(panel, full ? 30 : 12);
console.log(
  `${flood.perSecond}/s in ${flood.rooms} rooms for ${flood.seconds} s: key → row selected p50 ${flood.selectMs.p50}, p95 ${flood.selectMs.p95} ms, ` +
    `key → row hidden p50 ${flood.hideMs.p50}, p95 ${flood.hideMs.p95} ms, all p95 ${flood.keyP95Ms} ms (limit ${limits.keyP95Ms}), ` +
    `${flood.withoutEffect} of ${flood.presses} without effect`,
);
const heap = await readHeap(panel);
console.log(
  `heap after 20 000 comments ${heap.after20kMb} MB, after 200 000 ${heap.after200kMb} MB: ${heap.ratio} times (limit ${limits.heapRatio}), ` +
    `${heap.nodes20k} and ${heap.nodes200k} nodes`,
);
const contest = await readContest(panel, full ? 30 : 8, full ? 3 : 2);
console.log(
  `one room at ${contest.perSecond}/s, main thread for each comment, mean of ${contest.rounds} rounds:`,
);
for (const [name, cost] of Object.entries(contest.costs))
  console.log(
    `  ${name.padEnd(16)} script ${cost.scriptMs.toFixed(2).padStart(6)}  style ${cost.styleMs.toFixed(2).padStart(6)}  ` +
      `layout ${cost.layoutMs.toFixed(2).padStart(6)}  together ${cost.sumMs.toFixed(2).padStart(6)} ms`,
  );
console.log(`  ours is ${contest.share} of the better one (limit ${limits.share})`);

const holds = {
  row: live.rowMs.p95 <= limits.rowP95Ms,
  tasks: live.longestTaskMs <= limits.longestTaskMs,
  history: live.inHistory === live.sent,
  key: flood.keyP95Ms <= limits.keyP95Ms && flood.withoutEffect === 0,
  heap: heap.ratio <= limits.heapRatio,
  contest: contest.share <= limits.share,
};
console.log(JSON.stringify({ bench: 'panel', live, flood, heap, contest, limits, holds }));
process.exit(Object.values(holds).every(Boolean) ? 0 : 1);
