import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleDraftSchema } from '../../../main/contract/calls/word-calls.ts';
import { defaultLadder } from '../../../main/contract/models/word-rule.ts';
import {
  linesOf,
  localTime,
  newDraft,
  type RuleDraft,
  saveTrouble,
  testTrouble,
  withExceptions,
} from '../../../renderer/panel/features/words-page/rule-draft.ts';

const NOW = 1_000_000;
const draft = (change: Partial<RuleDraft> = {}): RuleDraft => ({
  ...newDraft(null),
  text: '微信',
  ...change,
});
const except = (change: Partial<RuleDraft['except']>) => ({ ...draft().except, ...change });

describe('a rule as it is typed', () => {
  it('is one that the host takes as soon as it has a word', () => {
    expect(saveTrouble(draft(), NOW)).toBeUndefined();
    expect(ruleDraftSchema.safeParse(draft()).success).toBe(true);
  });

  it.each<[string, Partial<RuleDraft>, ReturnType<typeof saveTrouble>]>([
    ['nothing but spaces', { text: '  ' }, { kind: 'no-text' }],
    ['a word of 101 characters', { text: '好'.repeat(101) }, { kind: 'too-long', n: 100 }],
    ['a pattern of 501 units', { kind: 'pattern', text: 'a'.repeat(501) }, { kind: 'too-long', n: 500 }],
    ['no room of its own', { rooms: [] }, { kind: 'no-rooms' }],
    ['an end that has passed', { expiresAt: NOW }, { kind: 'past-end' }],
    [
      'a user ID of 33 bytes',
      { except: except({ userIds: ['a'.repeat(33)] }) },
      { kind: 'bad-user', id: 'a'.repeat(33) },
    ],
    [
      'a step without a strike',
      { ladder: { ...defaultLadder, steps: [{ do: 'hide', atStrike: Number.NaN }] } },
      { kind: 'bad-step' },
    ],
  ])('with %s says what to put right', (_, change, trouble) => {
    expect(saveTrouble(draft(change), NOW)).toEqual(trouble);
  });

  it('may be 100 characters long even where each takes two units', () => {
    expect(testTrouble(draft({ text: '😀'.repeat(100) }))).toBeUndefined();
  });

  it('can be tried before its rooms are chosen', () => {
    expect(testTrouble(draft({ rooms: [] }))).toBeUndefined();
  });

  it('takes an exception once', () => {
    const twice = withExceptions(withExceptions(draft(), ['a', 'b']), ['b', 'c']);
    expect(twice.except.words).toEqual(['a', 'b', 'c']);
  });

  it('reads a field of lines without empty, padded or repeated ones, and reads its own lines back', () => {
    expect(linesOf(' vx \n\nwx\r\nvx')).toEqual(['vx', 'wx']);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const lines = linesOf(text);
        expect(linesOf(lines.join('\n'))).toEqual(lines);
      }),
    );
  });

  it('shows its end on this machine’s clock to the minute', () => {
    const at = new Date(2026, 2, 4, 5, 6).getTime();
    expect(localTime(at)).toBe('2026-03-04T05:06');
    expect(new Date(localTime(at)).getTime()).toBe(at);
  });
});
