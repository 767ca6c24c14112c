import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FeedCommand } from '../../main/contract/feed-port.ts';
import { cleanVerdict } from '../../main/contract/models/verdict.ts';
import { type WordRule, wordRuleSchema } from '../../main/contract/models/word-rule.ts';
import { systemClock } from '../../main/core/ports.ts';
import { openWordBook } from '../../main/core/word-book/open-word-book.ts';
import { createJudge } from '../../main/feed-process/judge.ts';
import { finish } from './outcome.ts';

/**
 * The word book with 100 000 rules: how long the main process is held up while rules are imported, changed and stored,
 * and how soon a changed rule is in force in a feed.
 */
const RULES = 100_000;
/** A frame of the picture, and what issue 6 asks for. ms. */
const BAR = { blocked: 16, long: 50, inForce: 200, ready: 1500 };

const dir = mkdtempSync(join(tmpdir(), 'livedeck-words-'));
const openDocument = (name: string) => ({
  path: join(dir, `${name}.json`),
  read: () => ({}),
  write: () => undefined,
});
const open = () =>
  openWordBook({
    ports: { clock: systemClock, dataDir: dir, openDocument, randomBytes },
    report: ({ en }) => console.log(`  report: ${en}`),
    onState: () => undefined,
  });

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Runs it and what it sets off, and says how long nothing else could run. */
const blockedBy = async (
  name: string,
  run: () => Promise<unknown> | unknown,
  settle = 1500,
): Promise<number> => {
  await pause(50);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pause(20);
  delay.reset();
  await run();
  await pause(settle);
  delay.disable();
  const longest = delay.max / 1e6;
  const p99 = delay.percentile(99.9) / 1e6;
  console.log(
    `  ${name.padEnd(44)} longest ${longest.toFixed(1).padStart(7)} ms   p99.9 ${p99.toFixed(1).padStart(6)} ms`,
  );
  return longest;
};

let started = performance.now();
let words = open();
const feed: FeedCommand[] = [];
words.feeds.attach((command) => feed.push(command));
const list = Array.from({ length: RULES }, (_, index) => `词${index.toString(36)}语${index}`).join('\n');
const bytes = Buffer.from(list);
let uploadId: string | undefined;
for (let at = 0; at < bytes.length; at += 150_000) {
  const added = words.uploads.add(uploadId, bytes.subarray(at, at + 150_000).toString('base64'));
  if (added.ok) uploadId = added.value.uploadId;
}
const asList = {
  uploadId: uploadId ?? '',
  name: 'list.txt',
  format: undefined,
  level: 'hold' as const,
  where: 'both' as const,
  anywhere: false,
  groupId: null,
  replace: 'none' as const,
};
const draftOf = (text: string): Omit<WordRule, 'id'> => {
  const { id: _id, ...draft } = wordRuleSchema.parse({ id: '-', kind: 'word', text });
  return draft;
};

console.log(`${RULES} rules`);
const listRead = await blockedBy('a list is read', () => words.lists.import({ ...asList, commit: false }));
const listTaken = await blockedBy(
  'a list is taken in, stored, sent to a feed',
  () => words.lists.import({ ...asList, commit: true }),
  6000,
);
const single = await blockedBy('one rule is saved', () => words.book.saveRules([draftOf('新规则')]));
const [some] = words.book.rules().values();
const changed = await blockedBy(
  'one rule is changed',
  () => some && words.book.saveRules([{ ...some, note: 'x' }]),
);
const ids = [...words.book.rules().keys()].slice(0, 500);
const removed = await blockedBy('500 rules are removed', () => words.book.removeRules(ids));
words.dispose();

started = performance.now();
words = open();
const readMs = performance.now() - started;
console.log(`  start with ${words.book.rules().size} stored rules: read in ${readMs.toFixed(0)} ms`);
while (!words.matcher.ready()) await pause(5);
console.log(`  ready to judge names after ${(performance.now() - started).toFixed(0)} ms`);

const rules = [...words.book.rules().values()];
const terms = { groups: [...words.book.groups()], settings: words.book.settings(), strict: false };
let compiled = 0;
const judge = createJudge({
  now: Date.now,
  emit: () => undefined,
  beforeCompiling: () => {
    compiled += 1;
  },
});
started = performance.now();
judge.load({ type: 'words', load: 1, part: 0, last: true, rules, ...terms });
const compileMs = performance.now() - started;
console.log(`  a feed compiles them in ${compileMs.toFixed(0)} ms`);
const comment = {
  id: 'c',
  at: 0,
  receivedAt: 0,
  kind: 'comment' as const,
  person: { userId: 'u', nick: 'n' },
  text: '这里有生词吗',
  danmaku: false,
  own: false,
  verdict: cleanVerdict,
};
const times: number[] = [];
for (let index = 0; index < 300; index += 1) {
  const rule = wordRuleSchema.parse({
    id: `n${index}`,
    kind: 'word',
    text: index === 0 ? '生词' : `生词${index}`,
  });
  const at = performance.now();
  judge.change({ type: 'words-change', changed: [rule], removed: [], ...terms });
  judge.verdictOf('a/b', comment);
  times.push(performance.now() - at);
}
times.sort((a, b) => a - b);
const atShare = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
console.log(
  `  300 changes one by one in a feed: median ${atShare(0.5).toFixed(1)} ms, p99 ${atShare(0.99).toFixed(1)} ms, longest ${atShare(1).toFixed(0)} ms (compiled anew ${compiled - 1} times)`,
);
words.dispose();
rmSync(dir, { recursive: true, force: true });
finish({
  bench: 'word-book',
  title: 'The word book',
  measures: `${RULES.toLocaleString('en')} rules: how long the main process is held up by changes to them, and how soon a changed rule is in force in a feed.`,
  figures: [
    { name: 'One rule saved: main process held up', value: single, unit: 'ms', limit: { most: BAR.blocked } },
    {
      name: 'A rule changed: main process held up',
      value: changed,
      unit: 'ms',
      limit: { most: BAR.blocked },
    },
    { name: 'A long list read: held up', value: listRead, unit: 'ms', limit: { most: BAR.long } },
    { name: 'A long list taken in: held up', value: listTaken, unit: 'ms', limit: { most: BAR.long } },
    { name: '500 rules removed: held up', value: removed, unit: 'ms', limit: { most: BAR.long } },
    {
      name: 'Read at the start and compiled in a feed',
      value: readMs + compileMs,
      unit: 'ms',
      limit: { most: BAR.ready },
    },
    { name: 'A change in force in a feed, median', value: atShare(0.5), unit: 'ms' },
    {
      name: 'A change in force in a feed, p99',
      value: atShare(0.99),
      unit: 'ms',
      limit: { most: BAR.inForce },
    },
  ],
});
