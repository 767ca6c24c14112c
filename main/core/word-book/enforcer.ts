import type { Action } from '../../contract/models/action.ts';
import type { Comment, FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { LadderStep, WordRule } from '../../contract/models/word-rule.ts';
import type { ModerationDesk } from '../moderation/open-moderation.ts';
import type { Clock } from '../ports.ts';
import { automaticAction, countStrikes } from '../words/escalation.ts';
import { mayAct } from '../words/verdict.ts';
import { reasonOfRule } from './reasons.ts';
import type { Strikes } from './strikes.ts';

/** Comments remembered, so that one that comes again, or by a second account, is not a second strike. */
const MOST_SEEN = 5000;

const actionOf = (step: LadderStep, { id, person }: Comment): Action => {
  const { userId, nick } = person;
  if (step.do === 'hide') return { type: 'hide-comment', userId, nick, itemId: id };
  return { type: step.do, userId, nick, seconds: step.seconds };
};

/** Whether a sure hit broke a rule that acts by itself, even where its ladder has no step for it yet. */
const isStrike = (comment: Comment, rules: ReadonlyMap<string, WordRule>): boolean =>
  comment.verdict.hits.some((hit) => rules.get(hit.ruleId)?.ladder != null && mayAct(hit));

/**
 * Does by itself what a rule's ladder says. Hits that are not certain neither act nor count, nor does what was said before
 * we came: it was acted on then, or is hours old.
 */
export const createEnforcer = (options: {
  readonly clock: Pick<Clock, 'now'>;
  readonly rules: () => ReadonlyMap<string, WordRule>;
  readonly strikes: Strikes;
  readonly appOf: (roomKey: RoomKey) => number;
  readonly act: ModerationDesk['act'];
}) => {
  const { clock, strikes } = options;
  const seen = new Set<string>();

  const isNew = (key: string): boolean => {
    if (seen.has(key)) return false;
    seen.add(key);
    const [oldest] = seen;
    if (seen.size > MOST_SEEN && oldest !== undefined) seen.delete(oldest);
    return true;
  };

  const take = (roomKey: RoomKey, comment: Comment) => {
    const app = options.appOf(roomKey);
    const rules = options.rules();
    if (comment.own || !isStrike(comment, rules) || !isNew(`${app}:${comment.id}`)) return;
    const now = clock.now();
    const { userId } = comment.person;
    const earlier = strikes.of(app, userId);
    const due = automaticAction(comment.verdict, rules, earlier, now);
    strikes.add(app, userId, now);
    if (due === null) return;
    const strike = countStrikes(earlier, now, due.rule.ladder ?? { steps: [], forgetAfterSeconds: 0 }) + 1;
    void options.act({
      action: actionOf(due.step, comment),
      rooms: [roomKey],
      reason: reasonOfRule(comment, due.hit, strike),
      original: comment.text,
    });
  };

  return {
    take: (roomKey: RoomKey, items: readonly FeedItem[]): void => {
      for (const item of items) {
        if (item.kind === 'comment' && item.past !== true && item.verdict.hits.length > 0)
          take(roomKey, item);
      }
    },
  };
};
