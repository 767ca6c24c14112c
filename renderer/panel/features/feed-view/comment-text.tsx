import { MonitorPlay, TriangleAlert } from 'lucide-react';
import type { Comment } from '../../../../main/contract/models/feed-item.ts';
import type { PersonMark } from '../../../../main/contract/models/user-card.ts';
import { useText } from '../../i18n/index.ts';
import { type HiddenState, type Line, markedText, ROW_TEXT_LIMIT, tameText } from '../feed/index.ts';
import type { MutedUntil } from '../moderation/index.ts';
import { PersonSigns } from '../people/index.ts';
import { HiddenNote } from './hidden-note.tsx';
import { nickOf, PersonMarks } from './nick.tsx';
import { Avatar } from './remote-picture.tsx';

type Folded = Extract<Line, { kind: 'same' }>;

/** The words of a comment, with what the word rules found in them underlined. */
const wordsOf = (comment: Comment, limit: number = ROW_TEXT_LIMIT) => {
  const cut = comment.text.length > limit;
  const hits = comment.verdict.hits.filter((hit) => hit.field === 'text');
  return (
    <bdi className="words">
      {markedText(comment.text.slice(0, limit), hits).map((stretch) =>
        stretch.level === undefined ? (
          tameText(stretch.text)
        ) : (
          <mark key={stretch.start} data-level={stretch.level}>
            {tameText(stretch.text)}
          </mark>
        ),
      )}
      {cut ? '…' : null}
    </bdi>
  );
};

export const MarkedWords = (props: { readonly comment: Comment; readonly limit?: number }) =>
  wordsOf(props.comment, props.limit);

const DanmakuBadge = () => {
  const { t } = useText();
  return (
    <span className="badge" title={t('badge.danmaku')}>
      <MonitorPlay aria-hidden="true" />
      <span className="unseen">{t('badge.danmaku')}</span>
    </span>
  );
};

const VerdictChip = ({ comment }: { readonly comment: Comment }) => {
  const { t } = useText();
  const { level, hits } = comment.verdict;
  const words = [...new Set(hits.map((hit) => hit.word))].slice(0, 3).join(', ');
  return (
    <span className="verdict" data-level={level}>
      <TriangleAlert aria-hidden="true" />
      {words === '' ? t(`verdict.${level}`) : t('verdict.because', { verdict: t(`verdict.${level}`), words })}
    </span>
  );
};

const OthersWhoSaid = ({ folded }: { readonly folded: Folded }) => {
  const { t, number } = useText();
  return (
    <>
      {folded.people > 1 ? (
        <span className="quiet">{t('feed.others', { count: folded.people - 1 })}</span>
      ) : null}
      <span className="times">×{number(folded.entries.length)}</span>
    </>
  );
};

/**
 * What a row says of a comment. A plain function, as everything that every row has: in a flood the parts of a component
 * cost more than what they draw.
 */
export const commentText = (props: {
  readonly comment: Comment;
  readonly folded: Folded | undefined;
  readonly hidden: HiddenState;
  readonly peeked: boolean;
  readonly muted: MutedUntil;
  readonly firstTime: boolean;
  readonly mark: PersonMark | undefined;
  /** Whether faces are shown. */
  readonly pictures: boolean;
}) => {
  const { comment, folded } = props;
  const collapsed = props.hidden !== 'shown' && !props.peeked;
  return (
    <>
      {collapsed || !props.pictures ? null : <Avatar person={comment.person} />}
      {nickOf(comment.person)}
      {folded === undefined ? null : <OthersWhoSaid folded={folded} />}
      {comment.person.role === undefined && props.muted === undefined ? null : (
        <PersonMarks person={comment.person} muted={props.muted} />
      )}
      {props.firstTime || props.mark !== undefined ? (
        <PersonSigns firstTime={props.firstTime} mark={props.mark} />
      ) : null}
      {comment.danmaku && !collapsed ? <DanmakuBadge /> : null}
      {props.hidden === 'shown' ? null : <HiddenNote recalled={props.hidden === 'recalled'} />}
      {collapsed ? null : (
        <>
          {wordsOf(comment)}
          {comment.verdict.level === 'clean' ? null : <VerdictChip comment={comment} />}
        </>
      )}
    </>
  );
};
