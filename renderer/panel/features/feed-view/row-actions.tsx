import { Ban, Check, Eye, EyeOff, Volume2, VolumeX, X } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { type CommandId, useKeyText } from '../commands/index.ts';
import type { HiddenState, Row } from '../feed/index.ts';
import type { MutedUntil } from '../moderation/index.ts';
import { useRowDesk } from './use-row-desk.ts';

const Act = (props: {
  readonly name: string;
  readonly command: CommandId;
  readonly run: () => void;
  readonly children: ReactNode;
}) => {
  const keys = useKeyText(props.command);
  return (
    <button
      type="button"
      className="icon-btn small"
      tabIndex={-1}
      aria-label={props.name}
      title={`${props.name}  ${keys}`.trimEnd()}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        props.run();
      }}
    >
      {props.children}
    </button>
  );
};

/** What can be done about a row, over its right end: nothing moves to make room. */
export const RowActions = (props: {
  readonly row: Row;
  readonly hidden: HiddenState;
  readonly muted: MutedUntil;
}) => {
  const { t } = useText();
  const { desk, subject, around } = useRowDesk(props.row);
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
          <Act name={t('held.approve')} command="approve" run={() => desk.decide(subject, 'approve')}>
            <Check aria-hidden="true" />
          </Act>
          <Act name={t('held.deny')} command="deny" run={() => desk.decide(subject, 'deny')}>
            <X aria-hidden="true" />
          </Act>
        </>
      ) : null}
      {props.muted === undefined ? (
        <Act name={t('act.mute')} command="mute" run={around((about) => desk.mute(about))}>
          <VolumeX aria-hidden="true" />
        </Act>
      ) : (
        <Act name={t('act.unmute')} command="unmute" run={around(desk.unmute)}>
          <Volume2 aria-hidden="true" />
        </Act>
      )}
      {comment !== undefined && props.hidden === 'shown' ? (
        <Act name={t('act.hide')} command="hide" run={around(desk.hide)}>
          <EyeOff aria-hidden="true" />
        </Act>
      ) : null}
      {comment !== undefined && props.hidden === 'hidden' ? (
        <Act name={t('act.show')} command="undo" run={() => desk.show(subject)}>
          <Eye aria-hidden="true" />
        </Act>
      ) : null}
      <Act name={t('act.ban')} command="ban" run={around((about) => desk.ban(about))}>
        <Ban aria-hidden="true" />
      </Act>
    </span>
  );
};
