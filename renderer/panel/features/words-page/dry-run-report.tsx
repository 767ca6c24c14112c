import type { CallOutput } from '../../../../main/contract/calls.ts';
import type { Doubt, DryRunExample } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { LevelSign } from './level-sign.tsx';
import { MarkedLine } from './marked-line.tsx';
import { shortDate } from './short-date.ts';

type Report = CallOutput<'words:dry-run'>;

/** More would be a history, not an impression. */
const EXAMPLES = 20;
const MOST_NAMES = 5;

const DoubtNote = ({ doubt }: { readonly doubt: Doubt }) => {
  const { t } = useText();
  return (
    <span className="dry-doubt">
      {doubt.kind === 'low-confidence'
        ? t('words.doubt.low-confidence')
        : t(`words.doubt.${doubt.kind}`, { word: doubt.container })}
    </span>
  );
};

const Example = ({ example }: { readonly example: DryRunExample }) => {
  const { language } = useText();
  const room = useTopic('rooms')?.[example.roomKey ?? ''];
  return (
    <li>
      <p className="dry-meta">
        <LevelSign level={example.level} />
        <time>{shortDate(example.at, language)}</time>
        {room === undefined ? null : <bdi>{room.name}</bdi>}
        {example.doubt === null ? null : <DoubtNote doubt={example.doubt} />}
      </p>
      <p>
        <strong>
          <MarkedLine text={example.nick} hits={example.hits.filter(({ field }) => field === 'nick')} />
        </strong>{' '}
        <MarkedLine text={example.text} hits={example.hits.filter(({ field }) => field === 'text')} />
      </p>
    </li>
  );
};

const Figure = (props: { readonly name: string; readonly value: number; readonly loud?: boolean }) => {
  const { number } = useText();
  return (
    <div className="figure" data-loud={props.loud === true && props.value > 0}>
      <dt>{props.name}</dt>
      <dd>{number(props.value)}</dd>
    </div>
  );
};

const Names = (props: {
  readonly title: string;
  readonly names: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}) => {
  const { t, number } = useText();
  return (
    <section className="dry-names">
      <h4>{props.title}</h4>
      <ul>
        {props.names.slice(0, MOST_NAMES).map(({ id, name, count }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <span className="quiet">{t('words.times', { n: number(count) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Counts, people and examples of a dry run, what is likely harmless first. */
export const DryRunReport = ({ report }: { readonly report: Report }) => {
  const { t, language } = useText();
  if (report.checked === 0) return <p className="words-hint">{t('words.nothingSaid')}</p>;
  return (
    <>
      <p className="dry-checked">
        <strong data-some={report.hit > 0}>{report.hit}</strong>
        {t('words.checked', { count: report.checked })}
      </p>
      {report.complete ? null : (
        <p className="words-hint">{t('words.newestOnly', { when: shortDate(report.from, language) })}</p>
      )}
      {report.hit === 0 ? (
        <p className="words-hint">{t('words.none')}</p>
      ) : (
        <>
          <dl className="figures">
            <Figure name={t('words.level.flag')} value={report.byLevel.flag} />
            <Figure name={t('words.level.hold')} value={report.byLevel.hold} />
            <Figure name={t('words.level.block')} value={report.byLevel.block} />
            <Figure name={t('words.people')} value={report.people} />
            <Figure name={t('words.doubtful')} value={report.doubtful} loud />
          </dl>
          <h4>{t('words.examples')}</h4>
          <ul className="dry-examples">
            {report.examples.slice(0, EXAMPLES).map((example) => (
              <Example key={example.id} example={example} />
            ))}
          </ul>
          <div className="dry-columns">
            <Names
              title={t('words.users')}
              names={report.users.map(({ userId, nick, comments }) => ({
                id: userId,
                name: nick,
                count: comments,
              }))}
            />
            {report.rules.length < 2 ? null : (
              <Names
                title={t('words.topRules')}
                names={report.rules.map(({ ruleId, word, comments }) => ({
                  id: ruleId,
                  name: word,
                  count: comments,
                }))}
              />
            )}
          </div>
        </>
      )}
    </>
  );
};
