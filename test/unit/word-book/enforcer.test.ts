import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import type { WordRule } from '../../../main/contract/models/word-rule.ts';
import { ok } from '../../../main/contract/result.ts';
import type { ModerationDesk } from '../../../main/core/moderation/open-moderation.ts';
import { openDocument } from '../../../main/core/settings/documents.ts';
import { createEnforcer } from '../../../main/core/word-book/enforcer.ts';
import { createStrikes, MOST_PEOPLE, strikesDocumentSchema } from '../../../main/core/word-book/strikes.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { comment, rule, verdictFor } from './parts.ts';

const ladder = {
  steps: [
    { do: 'hide' as const, atStrike: 1 },
    { do: 'mute' as const, atStrike: 2, seconds: 600 },
    { do: 'ban' as const, atStrike: 3, seconds: 86_400 },
  ],
  forgetAfterSeconds: 3600,
};

const memory = () => {
  let value: unknown = {};
  return {
    path: '/nowhere/strikes.json',
    read: () => value,
    write: (next: unknown) => {
      value = JSON.parse(JSON.stringify(next));
    },
  };
};

const strikesOn = (file: ReturnType<typeof memory>, clock = createManualClock()) =>
  createStrikes({
    document: openDocument({ file, schema: strikesDocumentSchema, now: clock.now, report: () => undefined }),
    clock,
  });

const rig = (rules: readonly WordRule[]) => {
  const clock = createManualClock();
  const strikes = strikesOn(memory(), clock);
  const acts: Parameters<ModerationDesk['act']>[0][] = [];
  const enforcer = createEnforcer({
    clock,
    rules: () => new Map(rules.map((one) => [one.id, one])),
    strikes,
    appOf: () => 7,
    act: async (input) => {
      acts.push(input);
      return ok({ entries: [] });
    },
  });
  let ids = 0;
  const say = (by: WordRule, more: Partial<Comment> = {}, roomKey = 'a/r') => {
    ids += 1;
    const text = `such ${by.text}`;
    enforcer.take(roomKey, [comment(text, { id: `m${ids}`, verdict: verdictFor(by, text), ...more })]);
  };
  return { clock, strikes, acts, say, types: () => acts.map(({ action }) => action.type) };
};

const bad = rule('badword', { ladder });

describe('the automatic action', () => {
  it('climbs the ladder with each strike and says in the journal which rule and why', () => {
    const { acts, say, types } = rig([bad]);
    for (let strike = 0; strike < 4; strike += 1) say(bad);
    expect(types()).toEqual(['hide-comment', 'mute', 'ban', 'ban']);
    expect(acts[1]).toMatchObject({
      action: { userId: 'troll', seconds: 600 },
      rooms: ['a/r'],
      reason: {
        en: expect.stringMatching(/^Word rule, strike 2; held: badword/),
        'zh-CN': expect.stringMatching(/^词规则，第 2 次命中；待审：badword/),
      },
      original: 'such badword',
    });
  });

  it('leaves what was said before we came as it is', () => {
    const { say, types, strikes } = rig([bad]);
    say(bad, { past: true });
    expect([types(), strikes.of(7, 'troll')]).toEqual([[], []]);
  });

  it('never acts on a hit of low confidence, and does not count it', () => {
    const { say, types, strikes } = rig([bad]);
    const { hits } = verdictFor(bad, 'such badword');
    say(bad, { verdict: { level: 'hold', hits: hits.map((hit) => ({ ...hit, layers: ['pinyin'] })) } });
    expect([types(), strikes.of(7, 'troll')]).toEqual([[], []]);
  });

  it('neither acts for rules without a ladder nor on our own comments', () => {
    const plain = rule('plain');
    const { say, types } = rig([bad, plain]);
    say(plain);
    say(bad, { own: true });
    expect(types()).toEqual([]);
  });

  it('counts a comment that two accounts see, or that comes twice, once', () => {
    const { say, types } = rig([bad]);
    say(bad, { id: 'same' }, 'a/r');
    say(bad, { id: 'same' }, 'b/r');
    expect(types()).toEqual(['hide-comment']);
  });

  it('counts strikes below the first step, and forgets them in time', () => {
    const late = rule('late', {
      ladder: { steps: [{ do: 'mute', atStrike: 3, seconds: 60 }], forgetAfterSeconds: 3600 },
    });
    const { clock, say, types } = rig([late]);
    say(late);
    clock.advance(4_000_000);
    say(late);
    say(late);
    expect(types()).toEqual([]);
    say(late);
    expect(types()).toEqual(['mute']);
  });
});

describe('strikes', () => {
  it('are kept over a restart', () => {
    const file = memory();
    const strikes = strikesOn(file);
    strikes.add(7, 'troll', 1000);
    strikes.dispose();
    expect(strikesOn(file).of(7, 'troll')).toEqual([1000]);
    expect(strikesOn(file).of(8, 'troll')).toEqual([]);
  });

  it('are bounded: the person without a strike for longest is forgotten', () => {
    const strikes = strikesOn(memory());
    strikes.add(7, 'first', 1);
    for (let index = 0; index < MOST_PEOPLE; index += 1) strikes.add(7, `u${index}`, index);
    for (let index = 0; index < 100; index += 1) strikes.add(7, 'busy', index);
    expect([strikes.of(7, 'first'), strikes.of(7, 'busy').length]).toEqual([[], 50]);
    strikes.dispose();
  });
});
