import { startLivedeck, temporaryDir } from '../support/livedeck.ts';

/** How long a start takes until it is ready, without and with the rehearsal. ms, median of 7. */
const RUNS = 7;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const measure = async (args: readonly string[]): Promise<number> => {
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = performance.now();
    const app = await startLivedeck(['--data-dir', temporaryDir(), '--port', '0', ...args]);
    taken.push(performance.now() - before);
    await app.stop();
  }
  return Math.round(median(taken));
};

const plain = await measure([]);
const rehearsing = await measure(['--rehearse', 'busy']);
console.log(
  `process start → ready: ${plain} ms; with a busy rehearsal: ${rehearsing} ms (median of ${RUNS})`,
);
console.log(JSON.stringify({ bench: 'start', readyMs: plain, rehearsingMs: rehearsing }));
