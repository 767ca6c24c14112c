import { appError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { otherThings } from '../other-things.ts';
import { canonicalJson } from './canonical.ts';
import { createChainCheck, type SoundJournal } from './chain.ts';
import type { Journal } from './journal.ts';

const entriesDiffer = appError('damaged', {
  en: 'The list of actions does not match the journal’s events; the events themselves are sound.',
  'zh-CN': '操作列表与日志记录不一致；日志记录本身完好。',
});

type Check = ReturnType<typeof createChainCheck>;

/** Reads every event; the head is read in the same breath as the end, so that no new event comes between. */
const readChain = async (journal: Journal, check: Check): Promise<Result<SoundJournal>> => {
  for (let read = 0; ; ) {
    const links = journal.links(read);
    if (!links.ok) return links;
    if (links.value.length === 0) break;
    for (const link of links.value) {
      const broken = check.add(link);
      if (broken !== undefined) return err(broken);
    }
    read += links.value.length;
    await otherThings();
  }
  const head = journal.head();
  return head.ok ? check.finish({ events: head.value.n, head: head.value.hash }) : head;
};

const ENTRIES_PER_SLICE = 500;

/** Absent where actions were taken meanwhile: what this very process wrote last cannot have been tampered with. */
const entriesMatch = async (
  journal: Journal,
  check: Check,
  sound: SoundJournal,
): Promise<Result<boolean | undefined>> => {
  let compared = 0;
  for (const [id, state] of check.states()) {
    const stored = journal.entry(id);
    if (!stored.ok) return stored;
    const differs = canonicalJson(stored.value) !== canonicalJson(state);
    const head = journal.head();
    if (!head.ok || head.value.hash !== sound.head) return head.ok ? ok(undefined) : head;
    if (differs) return ok(false);
    compared += 1;
    if (compared % ENTRIES_PER_SLICE === 0) await otherThings();
  }
  return ok(true);
};

/** Recomputes the chain of an open journal in slices, then holds its entries against it. */
export const verifyJournal = async (journal: Journal): Promise<Result<SoundJournal>> => {
  const check = createChainCheck();
  const sound = await readChain(journal, check);
  if (!sound.ok) return sound;
  const match = await entriesMatch(journal, check, sound.value);
  if (!match.ok) return match;
  return match.value === false ? err(entriesDiffer) : sound;
};
