import { Regex, Zap } from 'lucide-react';
import { memo } from 'react';
import type { WordRule } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { clippedText } from '../feed/index.ts';
import { LevelSign } from './level-sign.tsx';
import { shortDate } from './short-date.ts';

const MOST_TEXT = 120;

/** What is unusual about a rule, each in a word. */
const RuleMarks = ({ rule, now }: { readonly rule: WordRule; readonly now: number }) => {
  const { t, language } = useText();
  const { expiresAt } = rule;
  return (
    <span className="rule-marks">
      {rule.enabled ? null : <span className="rule-mark strong">{t('words.off')}</span>}
      {expiresAt === null ? null : (
        <span className="rule-mark">
          {expiresAt <= now ? t('words.expired') : t('words.until', { when: shortDate(expiresAt, language) })}
        </span>
      )}
      {rule.where === 'both' ? null : (
        <span className="rule-mark">{t(rule.where === 'nick' ? 'words.nickOnly' : 'words.textOnly')}</span>
      )}
      {rule.rooms === null ? null : (
        <span className="rule-mark">{t('words.inRooms', { count: rule.rooms.length })}</span>
      )}
      {rule.ladder === null ? null : (
        <span className="rule-mark" title={t('words.acts')}>
          <Zap aria-hidden="true" />
          <span className="unseen">{t('words.acts')}</span>
        </span>
      )}
    </span>
  );
};

/** One rule in one line. */
export const RuleRow = memo(
  (props: {
    readonly rule: WordRule | undefined;
    readonly group: string | undefined;
    readonly now: number;
  }) => {
    const { t } = useText();
    const { rule } = props;
    if (rule === undefined) return <span className="rule-coming" aria-hidden="true" />;
    return (
      <>
        <LevelSign level={rule.level} />
        <span className="rule-text" data-kind={rule.kind}>
          {rule.kind === 'pattern' ? (
            <span role="img" aria-label={t('words.pattern')} title={t('words.pattern')}>
              <Regex aria-hidden="true" />
            </span>
          ) : null}
          <bdi>{clippedText(rule.text, MOST_TEXT)}</bdi>
          {rule.also.length === 0 ? null : (
            <bdi className="rule-also">{clippedText(rule.also.join(' · '), MOST_TEXT)}</bdi>
          )}
        </span>
        <RuleMarks rule={rule} now={props.now} />
        <bdi className="rule-group">{props.group}</bdi>
      </>
    );
  },
);
RuleRow.displayName = 'RuleRow';
