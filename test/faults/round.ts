import type { JournalEntry } from '../../main/contract/models/action.ts';
import type { Fault } from './fault.ts';
import { NOTHING } from './frame-watch.ts';
import type { Stage } from './stage.ts';
import { journalOf, journalTrouble, serviceTruth, storedTexts } from './truth.ts';
import { actionTypes, createVj, type Deed, type Vj, viewerSays } from './vj.ts';

const SETTLE_MS = 60_000;

/** Longer than the stage's air lock: what it lets through is on the picture by then. */
const airLockTime = () => new Promise((done) => setTimeout(done, 1_000));

/** Polls at the pace of a person who looks at the screen; answers whether it came true in time. */
const comesTrue = async (holds: () => Promise<boolean>, ms: number): Promise<boolean> => {
  const end = Date.now() + ms;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await new Promise((again) => setTimeout(again, 250));
  }
};

const entriesOf = (journal: readonly JournalEntry[], { kind, userId }: Deed) =>
  journal.filter(
    ({ action }) => action.type === actionTypes[kind] && 'userId' in action && action.userId === userId,
  );

/** Whether what the journal says of a deed is what the service knows. */
const checkDeed = (
  deed: Deed,
  entries: readonly JournalEntry[],
  truth: Awaited<ReturnType<typeof serviceTruth>>,
  faults: readonly Fault[],
): readonly string[] => {
  const name = `${deed.kind} of ${deed.userId}`;
  if (entries.length > 1)
    return [`${name} stands ${entries.length} times in the journal: ${JSON.stringify(entries)}`];
  if (faults.some(({ losesRecord }) => losesRecord)) return [];
  const [entry] = entries;
  const inForce = (deed.kind === 'mute' ? truth.muted : truth.banned).has(deed.userId);
  if (entry === undefined) {
    if (!faults.some(({ unrecorded }) => unrecorded)) return [`${name} is not in the journal`];
    return inForce ? [`${name} is in force, and nothing records it`] : [];
  }
  if (entry.status === 'pending') return [`${name} is still pending`];
  if (deed.kind === 'hide') return entry.status === 'done' ? [] : [`${name} failed: ${entry.error?.text.en}`];
  if (faults.some(({ forgets }) => forgets)) return [];
  if (entry.status === 'done' && !inForce)
    return [`${name} is reported done, but the service knows nothing of it`];
  if (entry.status === 'failed' && inForce) return [`${name} is reported failed, but is in force`];
  return [];
};

const isHidden = async (stage: Stage, deed: Deed | undefined): Promise<boolean> =>
  deed !== undefined && entriesOf(await journalOf(stage), deed).length > 0;

const checkEnd = async (
  stage: Stage,
  faults: readonly Fault[],
  deeds: readonly Deed[],
): Promise<readonly string[]> => {
  const settled = await comesTrue(
    async () => (await journalOf(stage)).every(({ status }) => status !== 'pending'),
    SETTLE_MS,
  );
  const journal = await journalOf(stage);
  const truth = await serviceTruth(stage);
  const found = deeds.flatMap((deed) => checkDeed(deed, entriesOf(journal, deed), truth, faults));
  const chain = await journalTrouble(stage.dataDir);
  return [
    ...(settled ? [] : ['the journal did not settle']),
    ...found,
    ...(chain === undefined ? [] : [`journal: ${chain}`]),
  ];
};

/**
 * Says marked comments until one is on the picture: after a clock was set the overlay leaves out what comes in the first
 * seconds. All of them are to be hidden, because on a busy machine an earlier one may yet come.
 */
const bringOnPicture = async (stage: Stage, vj: Vj, tag: string) => {
  const marked: Deed[] = [];
  for (const attempt of ['a', 'b', 'c']) {
    marked.push(...(await vj.prepare(`${tag}${attempt}`, ['hide'])));
    if (await stage.parts.watch.seen(6_000)) return { marked, isSeen: true };
  }
  return { marked, isSeen: false };
};

/** Whether the panel says all that it must, each within its time. */
const unsaid = async (stage: Stage, faults: readonly Fault[]): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const { says, name } of faults) {
    if (says === undefined) continue;
    const said = stage.parts.panel.getByText(says).first().waitFor({ timeout: 15_000 });
    await said.catch(() => missing.push(`${name}: the panel did not say ${says}`));
  }
  return missing;
};

const unreported = async (stage: Stage, faults: readonly Fault[]): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const { reports, name } of faults) {
    if (reports === undefined || (await stage.parts.panel.getByText(reports).count()) > 0) continue;
    missing.push(`${name}: the panel did not report ${reports}`);
  }
  return missing;
};

/** One fault from before to after, and what was broken by it; empty is good. */
export const playFaults = async (
  stage: Stage,
  faults: readonly Fault[],
  tag: string,
): Promise<readonly string[]> => {
  const vj = createVj(stage);
  const broken: string[] = [];
  const expect = (holds: boolean, otherwise: string) => {
    if (!holds) broken.push(otherwise);
  };
  const away = faults.some(({ takesLivedeck }) => takesLivedeck);
  const expectGone = async () => {
    expect(await stage.parts.watch.gone(6_000), 'what was hidden stayed on the picture');
    stage.limit.px = NOTHING;
  };

  stage.limit.px = NOTHING;
  expect(await vj.seesHeld(tag), 'the held comment is not in the feed');
  await airLockTime();
  stage.limit.px = Number.POSITIVE_INFINITY;
  const { marked, isSeen } = await bringOnPicture(stage, vj, tag);
  expect(isSeen, 'no marked comment came on the picture');
  const deeds = [...marked, ...(await vj.prepare(tag, ['mute', 'ban']))];
  for (const fault of faults) await fault.start(stage);
  for (const deed of deeds)
    expect(
      (await vj.does(deed, away ? 3_000 : undefined)) || away,
      `the row for ${deed.kind} could not be clicked`,
    );
  if (!away) await expectGone();
  // A key pressed a moment before the end may not have been heard, which the panel says; here deeds are to be interrupted.
  if (!away && !faults.some(({ unrecorded }) => unrecorded))
    await comesTrue(async () => {
      const journal = await journalOf(stage);
      return deeds.every((deed) => entriesOf(journal, deed).length > 0);
    }, 5_000);
  broken.push(...(await unsaid(stage, faults)));
  // The last to begin ends first: a service that was killed must be there again before it is told anything.
  for (const fault of faults.toReversed()) broken.push(...((await fault.end(stage)) ?? []));
  expect(await stage.isLive(SETTLE_MS), 'the room did not come alive again');
  broken.push(...(await unreported(stage, faults)));

  const after = `after ${tag}`;
  expect((await viewerSays(stage, `friend-${tag}`, after)) === 0, 'a viewer could not speak afterwards');
  expect(await vj.sees(after), 'a comment said afterwards is not in the feed');
  broken.push(...(await checkEnd(stage, faults, deeds)));
  if (away && (await isHidden(stage, marked.at(-1)))) await expectGone();
  const kept = await comesTrue(async () => storedTexts(stage.dataDir).has(after), 5_000);
  expect(kept, 'a comment that was in the feed is not in the history');
  const shown = stage.breaches();
  expect(shown.length === 0, `${shown.length} frames showed what had been hidden or held`);
  const left = () => stage.leftBehind();
  expect(await comesTrue(async () => left().length === 0, 5_000), `left running: ${left().join('; ')}`);
  return broken;
};
