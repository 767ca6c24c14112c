import { describe, expect, it } from 'vitest';
import type { ParsedInput } from '../../../main/contract/calls.ts';
import { openHistory } from '../../../main/core/history/history.ts';
import { IN_MEMORY } from '../../../main/core/history/open-store.ts';
import { createListDesk } from '../../../main/core/word-book/list-desk.ts';
import { createRuleTrials } from '../../../main/core/word-book/rule-trials.ts';
import { createScreenMatcher } from '../../../main/core/word-book/screen-matcher.ts';
import { createUploads } from '../../../main/core/word-book/uploads.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { bookOf, comment, macrotask, rule } from './parts.ts';

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

const rig = (first: Parameters<typeof bookOf>[0] = {}) => {
  const clock = createManualClock();
  const opened = openHistory({
    file: IN_MEMORY,
    clock,
    log: silent,
    appOf: () => 1,
    report: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.error.text.en);
  const history = opened.value;
  const { book } = bookOf(first);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const uploads = createUploads({ clock, newId });
  const lists = createListDesk({ book, uploads, newId });
  const trials = createRuleTrials({
    clock,
    book,
    matcher: createScreenMatcher(() => book),
    lists,
    history,
  });
  const past = (texts: readonly string[], ago = 60_000) =>
    history.addItems(
      'a/r',
      texts.map((text, index) => {
        const at = clock.now() - ago;
        return comment(text, { id: `${ago}.${index}`, at, receivedAt: at });
      }),
    );
  return { clock, book, history, trials, past, uploads };
};

const run: ParsedInput<'words:dry-run'> = { rules: [], exceptions: [], window: 'hour' };

describe('the dry run', () => {
  it('tells what a new word would have hit in the last hour, likely false positives first', async () => {
    const { trials, past } = rig();
    past(['you ass', 'first class', 'hello'], 60_000);
    past(['you ass again'], 7_200_000);
    const rules = [{ ...rule('ass', { anywhere: true }), id: undefined }];
    const report = await trials.dryRun({ ...run, rules, exceptions: ['class'] });
    expect(report).toMatchObject({
      ok: true,
      value: {
        checked: 3,
        hit: 2,
        doubtful: 1,
        complete: true,
        exceptions: { released: 1 },
        examples: [{ text: 'first class' }, { text: 'you ass' }],
      },
    });
    expect(await trials.dryRun({ ...run, rules, window: 'day' })).toMatchObject({
      value: { checked: 4, hit: 3 },
    });
  });

  it('reads thousands of comments without holding up the process', async () => {
    const { trials, past } = rig({ rules: [rule('rare')] });
    past(Array.from({ length: 3000 }, (_, index) => (index % 1000 === 0 ? 'rare' : `comment ${index}`)));
    let done = false;
    let turns = 0;
    const ended = trials.dryRun({ ...run }).then((report) => {
      done = true;
      return report;
    });
    while (!done) {
      await macrotask();
      turns += 1;
    }
    expect(await ended).toMatchObject({ value: { checked: 3000, hit: 3 } });
    expect(turns).toBeGreaterThan(10);
  });

  it('runs an uploaded list, and ends when another is started', async () => {
    const { trials, past, uploads } = rig();
    past(Array.from({ length: 1000 }, (_, index) => `comment ${index}`));
    const added = uploads.add(undefined, Buffer.from('comment 7\nother').toString('base64'));
    const list = {
      uploadId: added.ok ? added.value.uploadId : '',
      name: 'a.txt',
      level: 'hold' as const,
      where: 'both' as const,
      anywhere: false,
      groupId: null,
    } satisfies ParsedInput<'words:dry-run'>['list'];
    const first = trials.dryRun({ ...run, list });
    const second = trials.dryRun({ ...run, list });
    expect(await first).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await second).toMatchObject({ value: { checked: 1000, hit: 1 } });
  });

  it('refuses a pattern that cannot run, with the reason', async () => {
    const { trials } = rig();
    const rules = [{ ...rule('(', { kind: 'pattern' }), id: undefined }];
    expect(await trials.dryRun({ ...run, rules })).toMatchObject({ error: { code: 'invalid-input' } });
  });
});

describe('the tester', () => {
  const line = { text: 'ｓ p a m', nick: '' };

  it('shows every layer of a line by the saved rules, or by a draft', () => {
    const { trials } = rig({ rules: [rule('spam')] });
    const saved = trials.try(line);
    expect(saved).toMatchObject({ value: { verdict: { level: 'hold' } } });
    expect(saved.ok && saved.value.steps.filter(({ changed }) => changed).map(({ layer }) => layer)).toEqual(
      expect.arrayContaining(['width', 'spacing']),
    );
    const draft = [{ ...rule('spam', { level: 'block' }), id: undefined }];
    expect(rig().trials.try({ ...line, rules: draft })).toMatchObject({
      value: { verdict: { level: 'block' } },
    });
  });
});
