import { openConsole } from '../integration/word-book/console.ts';
import { temporaryDir } from '../support/livedeck.ts';
import { finish } from './outcome.ts';

/**
 * How soon a saved rule judges every comment, over all processes that are really between: panel's call → main process → feed
 * process, while a room's comments come in at its cap, first with few rules and then with 100 000.
 */
const CHANGES = 15;
/** A little below the cap of a room (40/s). ms. */
const BETWEEN_COMMENTS = 28;
const IN_FORCE_MS = 200;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const live = await openConsole(temporaryDir());
const { panel } = live;

/** Comments come over in bursts, so this many ms are waited for one that arrived before the rule did. */
const SETTLE = 400;

/** How long after the call comments still arrive in the feed process that the new rule does not judge. ms. */
const inForceAfter = async (word: string): Promise<number> => {
  let said = 0;
  const talk = setInterval(() => {
    said += 1;
    void live.say(`${word} ${said}`, 'talker');
  }, BETWEEN_COMMENTS);
  await pause(60 + Math.random() * BETWEEN_COMMENTS);
  const from = Date.now();
  await panel.call('words:save', { rules: [{ kind: 'word', text: word }] });
  const judged = () =>
    panel.comments().find(({ text, verdict }) => text.startsWith(`${word} `) && verdict.level === 'hold');
  let first = judged();
  while (first === undefined) {
    await pause(5);
    first = judged();
  }
  await pause(SETTLE);
  clearInterval(talk);
  const missed = panel
    .comments()
    .filter(({ text, verdict }) => text.startsWith(`${word} `) && verdict.level === 'clean')
    .map(({ receivedAt }) => receivedAt - from);
  return Math.max(0, ...missed);
};

const measure = async (name: string): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let index = 0; index < CHANGES; index += 1) times.push(await inForceAfter(`${name}${index}zq`));
  times.sort((one, other) => one - other);
  const [median, longest] = [times[Math.floor(CHANGES / 2)], times.at(-1)];
  console.log(`  ${name}: none passes after ${median} ms (median), ${longest} ms (longest)`);
  return times;
};

const addLongList = async (): Promise<void> => {
  const list = Array.from({ length: 99_900 }, (_, index) => `词${index.toString(36)}语${index}`).join('\n');
  const bytes = Buffer.from(list);
  let uploadId: string | undefined;
  for (let start = 0; start < bytes.length; start += 150_000) {
    const data = bytes.subarray(start, start + 150_000).toString('base64');
    ({ uploadId } = await panel.call('words:upload', { ...(uploadId && { uploadId }), data }));
  }
  await panel.call('words:import', { uploadId: uploadId ?? '', name: 'long.txt', commit: true });
  await panel.untilTopic('words', ({ loading, count }) => !loading && count > 99_000);
};

const few = await measure('few');
await addLongList();
const many = await measure('many');
await live.close();
finish({
  bench: 'word-change',
  title: 'A word rule across the processes',
  measures:
    'How long after the panel’s call comments still arrive in the feed process that the new rule does not judge; one is said every 28 ms.',
  figures: [
    {
      name: 'Few rules: none passes after, longest',
      value: few.at(-1) ?? null,
      unit: 'ms',
      limit: { most: IN_FORCE_MS },
    },
    {
      name: '100,000 rules: none passes after, longest',
      value: many.at(-1) ?? null,
      unit: 'ms',
      limit: { most: IN_FORCE_MS },
    },
  ],
});
