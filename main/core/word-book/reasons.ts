import type { Language, Localized } from '../../contract/app-error.ts';
import type { Comment } from '../../contract/models/feed-item.ts';
import type { HeldEnd } from '../../contract/models/held.ts';
import type { Hit } from '../../contract/models/verdict.ts';
import { explainHit } from '../words/explain-hit.ts';

/** The longest reason that the journal is given. */
const MOST = 500;
const BETWEEN: Localized = { en: '; ', 'zh-CN': '；' };

const joined = (parts: readonly Localized[]): Localized => {
  const inOne = (language: Language) =>
    parts
      .map((part) => part[language])
      .filter(Boolean)
      .join(BETWEEN[language])
      .slice(0, MOST);
  return { en: inOne('en'), 'zh-CN': inOne('zh-CN') };
};

const whyHeld = (item: Comment): readonly Localized[] => {
  const why = item.verdict.hits[0]?.why;
  return why === undefined ? [] : [why];
};

/** Why a comment was held, for what is done about its author. */
export const reasonHeld = (item: Comment): Localized => joined(whyHeld(item));

/** Why a comment that was held is hidden. */
export const reasonNotShown = (outcome: HeldEnd['outcome'], item: Comment): Localized =>
  joined([
    outcome === 'timed-out'
      ? { en: 'Nobody approved it in time', 'zh-CN': '超时无人通过' }
      : { en: 'Denied', 'zh-CN': '已拒绝' },
    ...whyHeld(item),
  ]);

/** Why a rule acted by itself. */
export const reasonOfRule = (comment: Comment, hit: Hit, strike: number): Localized =>
  joined([
    { en: `Word rule, strike ${strike}`, 'zh-CN': `词规则，第 ${strike} 次命中` },
    hit.why ?? explainHit(hit, hit.field === 'text' ? comment.text : comment.person.nick),
  ]);
