import { Ban, Check, Eye, EyeOff, Volume2, VolumeX, X } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import type { HiddenState, Row } from '../feed/index.ts';
import type { MutedUntil } from '../moderation/index.ts';
import { useRowDesk } from './use-row-desk.ts';

const Act = (props: {
  readonly name: string;
  readonly keys: string;
  readonly run: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className="icon-btn small"
    tabIndex={-1}
    aria-label={props.name}
    title={`${props.name}  ${props.keys}`}
    onClick={(event: MouseEvent) => {
      event.stopPropagation();
      props.run();
    }}
  >
    {props.children}
  </button>
);

/** What can be done about a row, over its right end: nothing moves to make room. */
export const RowActions = (props: {
  readonly row: Row;
  readonly hidden: HiddenState;
  readonly muted: MutedUntil;
}) => {
  const { t } = useText();
  const { desk, subject } = useRowDesk(props.row);
  const { held } = usePanel();
  const known = useTopic('held');
  const waits =
    known !== undefined &&
    subject?.comment !== undefined &&
    held.of(subject.roomKey, subject.comment.id) !== undefined;
  if (subject === undefined) return null;
  const { comment } = subject;
  return (
    <span className="row-actions">
      {waits ? (
        <>
          <Act name={t('held.approve')} keys="A" run={() => desk.decide(subject, 'approve')}>
            <Check aria-hidden="true" />
          </Act>
          <Act name={t('held.deny')} keys="D" run={() => desk.decide(subject, 'deny')}>
            <X aria-hidden="true" />
          </Act>
        </>
      ) : null}
      {props.muted === undefined ? (
        <Act name={t('act.mute')} keys="M" run={() => desk.mute(subject)}>
          <VolumeX aria-hidden="true" />
        </Act>
      ) : (
        <Act name={t('act.unmute')} keys="⇧M" run={() => desk.unmute(subject)}>
          <Volume2 aria-hidden="true" />
        </Act>
      )}
      {comment === undefined ? null : props.hidden === 'shown' ? (
        <Act name={t('act.hide')} keys="H" run={() => desk.hide(subject)}>
          <EyeOff aria-hidden="true" />
        </Act>
      ) : (
        <Act name={t('act.show')} keys="U" run={() => desk.show(subject)}>
          <Eye aria-hidden="true" />
        </Act>
      )}
      <Act name={t('act.ban')} keys="B" run={() => desk.ban(subject)}>
        <Ban aria-hidden="true" />
      </Act>
    </span>
  );
};
