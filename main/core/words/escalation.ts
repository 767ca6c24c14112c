import type { Hit, Verdict } from '../../contract/models/verdict.ts';
import type { Ladder, LadderStep, WordRule } from '../../contract/models/word-rule.ts';
import { mayAct } from './verdict.ts';

/** The step for a person's n-th strike: the last one whose turn has come, or `null` before the first. */
export const nextStep = (strikes: number, ladder: Ladder): LadderStep | null =>
  ladder.steps.reduce<LadderStep | null>((chosen, step) => {
    if (step.atStrike > strikes) return chosen;
    return chosen === null || step.atStrike >= chosen.atStrike ? step : chosen;
  }, null);

/** How many strikes still count. `times` and `now`: ms since the epoch. */
export const countStrikes = (times: readonly number[], now: number, ladder: Ladder): number =>
  times.filter((time) => time <= now && now - time < ladder.forgetAfterSeconds * 1000).length;

const severity = (step: LadderStep): number => {
  if (step.do === 'hide') return 0;
  return step.do === 'mute' ? step.seconds : Number.MAX_SAFE_INTEGER;
};

export type AutomaticAction = { readonly rule: WordRule; readonly hit: Hit; readonly step: LadderStep };

/**
 * What a verdict sets off by itself, or `null`. Only certain hits count, and of several rules the severest step wins.
 * `strikes`: times of the person's earlier strikes; the present one is added here.
 */
export const automaticAction = (
  verdict: Verdict,
  rules: ReadonlyMap<string, WordRule>,
  strikes: readonly number[],
  now: number,
): AutomaticAction | null => {
  let chosen: AutomaticAction | null = null;
  for (const hit of verdict.hits) {
    const rule = rules.get(hit.ruleId);
    if (rule?.ladder == null || !mayAct(hit)) continue;
    const step = nextStep(countStrikes(strikes, now, rule.ladder) + 1, rule.ladder);
    if (step !== null && (chosen === null || severity(step) > severity(chosen.step)))
      chosen = { rule, hit, step };
  }
  return chosen;
};
