import { Check, Minus, Regex } from 'lucide-react';
import type {
  ServiceList,
  ServiceWord,
  WordDeed,
} from '../../../../../main/contract/models/service-words.ts';
import { useText } from '../../../i18n/index.ts';
import { clippedText } from '../../feed/index.ts';
import { LevelSign } from '../level-sign.tsx';
import { shortTime } from './short-time.ts';

const MOST_TEXT = 120;

const Notes = ({ row, list }: { readonly row: ServiceWord; readonly list: ServiceList }) => {
  const { t, local, language } = useText();
  const { outcome, bar } = row;
  const failed = outcome !== null && outcome.state !== 'done';
  const notes = row.differences.map((difference) => t(`service.differs.${difference}`));
  if (bar !== null) notes.push(t(`service.bar.${bar}`));
  if (row.doubtful && !failed) notes.push(t('service.doubtful', { n: list.safeCharacters ?? 0 }));
  const acted =
    outcome === null || failed
      ? undefined
      : [
          t(`service.did.${outcome.deed}`),
          ...(outcome.deed === 'take' || outcome.actsBy === null
            ? []
            : [t('service.actsAt', { when: shortTime(outcome.actsBy, language) })]),
        ].join(' · ');
  return (
    <span className="service-notes">
      {failed && outcome.error !== undefined ? (
        <span className="service-refused">
          {local(outcome.error.text)}
          {outcome.error.vendor === undefined ? null : (
            <small>
              {' '}
              {outcome.error.vendor.code} <bdi>{outcome.error.vendor.info}</bdi>
            </small>
          )}
        </span>
      ) : null}
      {acted === undefined ? null : <span className="service-acted">{acted}</span>}
      {notes.length === 0 ? null : <span>{notes.join('; ')}</span>}
    </span>
  );
};

const Sides = ({ row }: { readonly row: ServiceWord }) => {
  const { t } = useText();
  const there = row.side !== 'here';
  return (
    <>
      <span className="service-side" data-off={row.off && !row.forPanic}>
        {row.level === null ? (
          <span className="service-none">{t('service.notHere')}</span>
        ) : (
          <>
            <LevelSign level={row.level} />
            {row.off ? <small>{t(row.forPanic ? 'service.forPanic' : 'service.off')}</small> : null}
          </>
        )}
      </span>
      <span className="service-side">
        {there ? (
          <span className="service-there">
            <Check aria-hidden="true" />
            {t('service.isThere')}
          </span>
        ) : (
          <span className="service-none">
            <Minus aria-hidden="true" />
            {t('service.notThere')}
          </span>
        )}
      </span>
    </>
  );
};

const deedsOf = (row: ServiceWord): readonly WordDeed[] => {
  if (row.side === 'here') return row.bar === null ? ['send'] : [];
  return row.side === 'there' ? ['take', 'remove'] : ['remove'];
};

/** One word: what it does here, whether it is there, where the two differ, and what can be done. */
export const WordRow = (props: {
  readonly row: ServiceWord | undefined;
  readonly list: ServiceList;
  readonly busy: boolean;
  readonly onDeed: (deed: WordDeed, row: ServiceWord) => void;
}) => {
  const { t } = useText();
  const { row } = props;
  if (row === undefined) return <span className="rule-coming" aria-hidden="true" />;
  const word = clippedText(row.word, MOST_TEXT);
  return (
    <>
      <span className="service-word" data-kind={row.pattern ? 'pattern' : 'word'}>
        {row.pattern ? (
          <span role="img" aria-label={t('words.pattern')} title={t('words.pattern')}>
            <Regex aria-hidden="true" />
          </span>
        ) : null}
        <bdi title={row.word}>{word}</bdi>
      </span>
      <Sides row={row} />
      <Notes row={row} list={props.list} />
      <span className="service-deeds">
        {deedsOf(row).map((deed) => (
          <button
            key={deed}
            type="button"
            className="btn small"
            disabled={props.busy}
            aria-label={t(`service.${deed}This`, { word })}
            onClick={() => props.onDeed(deed, row)}
          >
            {t(`service.${deed}`)}
          </button>
        ))}
      </span>
    </>
  );
};
