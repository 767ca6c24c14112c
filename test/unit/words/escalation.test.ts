import { describe, expect, it } from 'vitest';
import { defaultLadder, type Ladder } from '../../../main/contract/models/word-rule.ts';
import { automaticAction, countStrikes, nextStep } from '../../../main/core/words/escalation.ts';
import { matcherFor, rule } from './make-rule.ts';

const DAY = 86_400_000;

describe('escalation by strikes', () => {
  it('goes up the ladder and stays on its last step', () => {
    expect(nextStep(0, defaultLadder)).toBeNull();
    expect(nextStep(1, defaultLadder)).toMatchObject({ do: 'hide' });
    expect(nextStep(2, defaultLadder)).toMatchObject({ do: 'mute', seconds: 600 });
    expect(nextStep(3, defaultLadder)).toMatchObject({ do: 'mute', seconds: 86_400 });
    expect(nextStep(50, defaultLadder)).toMatchObject({ do: 'mute', seconds: 86_400 });
  });

  it('does not depend on the order of the steps', () => {
    const shuffled: Ladder = { ...defaultLadder, steps: [...defaultLadder.steps].reverse() };
    expect(nextStep(2, shuffled)).toEqual(nextStep(2, defaultLadder));
  });

  it('forgets old strikes', () => {
    expect(countStrikes([0, 2 * DAY, 6 * DAY], 8 * DAY, defaultLadder)).toBe(2);
  });
});

describe('an automatic action', () => {
  const ban: Ladder = { steps: [{ do: 'ban', atStrike: 2, seconds: 60 }], forgetAfterSeconds: 3600 };
  const matcher = matcherFor([
    rule('fuck', { ladder: defaultLadder }),
    rule('casino', { ladder: ban }),
    rule('idle'),
  ]);
  const act = (text: string, strikes: readonly number[] = []) =>
    automaticAction(matcher.check({ text, nick: '' }, 0), matcher.rules(), strikes, 1000);

  it('follows a certain hit of a rule with a ladder', () => {
    expect(act('fuck')?.step.do).toBe('hide');
    expect(act('fuck', [10])?.step).toMatchObject({ do: 'mute', seconds: 600 });
    expect(act('idle')).toBeNull();
    expect(act('hello')).toBeNull();
  });

  it('never follows an unsure hit', () => {
    expect(act('f*ck', [10, 20])).toBeNull();
    expect(act('fu ck', [10, 20])).toBeNull();
  });

  it('takes the severest of several steps', () => {
    expect(act('fuck casino', [10])).toMatchObject({ step: { do: 'ban' }, rule: { id: 'casino' } });
    expect(act('fuck casino')).toMatchObject({ step: { do: 'hide' } });
  });
});
