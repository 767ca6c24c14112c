import { describe, expect, it } from 'vitest';
import type { JournalFilter } from '../../../main/contract/calls/journal-calls.ts';
import type { ParsedInput } from '../../../main/contract/calls.ts';
import { verifyLines } from '../../../main/core/history/verify-file.ts';
import { createJournalDesk } from '../../../main/core/moderation/journal-desk.ts';
import { must } from '../history/test-history.ts';
import { actionOf, done, opened, openTestJournal } from '../history/test-journal.ts';

const filled = () => {
  const { journal } = openTestJournal();
  const open = (id: string, fields: Parameters<typeof opened>[1] = {}) => opened(id, fields);
  must(
    journal.append([
      open('mute'),
      done('mute'),
      open('warn', { action: actionOf('warn', 'Anna'), actor: 'ann', reason: '' }),
      done('warn'),
      open('away', { roomKey: 'main/other', original: '', reason: 'raid' }),
      open('gone', { undoes: 'mute', action: actionOf('unmute') }),
      done('gone'),
      { type: 'undone', entryId: 'mute', by: 'gone' },
    ]),
  );
  return createJournalDesk(journal);
};

const fileOf = (desk: ReturnType<typeof filled>, input: ParsedInput<'journal:export'>): string => {
  let text = '';
  let next: string | undefined;
  do {
    const piece = must(desk.piece({ ...input, next }));
    text += piece.piece;
    next = piece.next;
  } while (next !== undefined);
  return text;
};

const linesOf = async function* (text: string) {
  yield* text.trimEnd().split('\n');
};

describe('the journal as windows look through it', () => {
  it('is filtered by who, what, whom, where, outcome and words', () => {
    const desk = filled();
    const ids = (filter: JournalFilter) => must(desk.find(filter, { limit: 10 })).entries.map(({ id }) => id);
    expect(ids({})).toEqual(['gone', 'away', 'warn', 'mute']);
    expect(ids({ actor: 'ann' })).toEqual(['warn']);
    expect(ids({ types: ['warn', 'unmute'] })).toEqual(['gone', 'warn']);
    expect(ids({ whom: 'ANN' })).toEqual(['warn']);
    expect(ids({ whom: '喷' })).toEqual(['away', 'mute']);
    expect(ids({ roomKey: 'main/other' })).toEqual(['away']);
    expect(ids({ status: 'pending' })).toEqual(['away']);
    expect(ids({ status: 'undone' })).toEqual(['mute']);
    expect(ids({ status: 'done' })).toEqual(['gone', 'warn']);
    expect(ids({ text: 'raid' })).toEqual(['away']);
    expect(ids({ text: '加v' })).toEqual(['gone', 'warn', 'mute']);
    expect(ids({ text: 'please stop' })).toEqual(['warn']);
    expect(ids({ text: '%' })).toEqual([]);
    expect(must(desk.names())).toMatchObject({ actors: ['ann', 'moderator'] });
  });

  it('comes in pages that say whether there is more', () => {
    const desk = filled();
    const first = must(desk.find({}, { limit: 3 }));
    expect(first.more).toBe(true);
    const second = must(desk.find({}, { limit: 3, before: first.entries.at(-1)?.id }));
    expect(second).toMatchObject({ more: false, entries: [{ id: 'mute' }] });
  });

  it('is taken along as a chain that passes the check, whatever the filter, and as a table of the filter', async () => {
    const desk = filled();
    const filter = { actor: 'ann' };
    const chain = fileOf(desk, { format: 'jsonl', filter, next: undefined });
    const sound = must(await verifyLines(linesOf(chain)));
    expect(sound).toEqual(must(await desk.verify()));
    expect(sound.entries).toBe(4);
    expect(fileOf(desk, { format: 'csv', filter, next: undefined }).trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('does not take up an export at a place that never was', () => {
    const piece = must(filled().piece({ format: 'jsonl', filter: {}, next: '7000/-1' }));
    expect(piece.piece.startsWith('{"event":')).toBe(true);
    expect(piece.next).toBeUndefined();
  });
});
