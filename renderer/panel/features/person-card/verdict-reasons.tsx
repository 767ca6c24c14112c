import type { Verdict } from '../../../../main/contract/models/verdict.ts';
import { useText } from '../../i18n/index.ts';

/** Why the word rules stopped at a comment: the word, and what had to be looked through to see it. */
export const VerdictReasons = ({ verdict }: { readonly verdict: Verdict }) => {
  const { t, local } = useText();
  if (verdict.hits.length === 0) return null;
  const reasons = new Map(verdict.hits.map((hit) => [`${hit.ruleId}:${hit.field}:${hit.word}`, hit]));
  return (
    <ul className="card-reasons">
      {[...reasons].slice(0, 6).map(([key, hit]) => (
        <li key={key} data-level={hit.level}>
          <strong>{t(`verdict.${hit.level}`)}</strong>
          <bdi>{hit.word}</bdi>
          {hit.field === 'nick' ? <span className="quiet">{t('card.inNick')}</span> : null}
          {hit.why === undefined ? null : <span className="quiet">{local(hit.why)}</span>}
          {hit.layers.length === 0 || hit.why !== undefined ? null : (
            <span className="quiet">{hit.layers.join(' · ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
};
