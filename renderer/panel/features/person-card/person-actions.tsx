import { Menu } from '@base-ui/react/menu';
import { Ban, ChevronDown, EyeOff, Undo2, UserX, Volume2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel, useRoom, useRoomCount, useTopic } from '../../panel-context.tsx';
import { type CommandId, KeyHint } from '../commands/index.ts';
import type { Subject } from '../desk/index.ts';
import { mutedUntil } from '../moderation/index.ts';
import { OwnButtons } from '../own-buttons/index.ts';
import { ReachPicker } from '../reach/index.ts';
import { PersonWarn } from './person-warn.tsx';
import { PersonWatch } from './person-watch.tsx';

const TimesMenu = (props: {
  readonly label: string;
  readonly times: readonly number[];
  readonly onChoose: (seconds: number) => void;
}) => {
  const { t } = useText();
  return (
    <Menu.Root>
      <Menu.Trigger className="btn small split" aria-label={props.label} title={props.label}>
        <ChevronDown aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="end">
          <Menu.Popup className="popup menu">
            {props.times.map((seconds) => (
              <Menu.Item key={seconds} className="menu-item" onClick={() => props.onChoose(seconds)}>
                {durationText(seconds, t)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

const Act = (props: {
  readonly command: CommandId;
  readonly danger?: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={props.danger === true ? 'btn small card-act danger' : 'btn small card-act'}
    onClick={props.run}
  >
    {props.children}
    <KeyHint command={props.command} />
  </button>
);

/** Everything that can be done about a person, in this room or in all of the account's. */
export const PersonActions = ({ subject }: { readonly subject: Subject }) => {
  const { t } = useText();
  const { desk, moderation, clock } = usePanel();
  const room = useRoom(subject.roomKey);
  const { muteSeconds, banSeconds, muteTimes, banTimes } = useTopic('settings') ?? defaultSettings;
  const severalRooms = (useRoomCount() ?? 0) > 1;
  const muted = useStore(moderation.state, ({ pending }) =>
    room === undefined ? undefined : mutedUntil(room, pending, subject.person.userId, clock.now()),
  );
  return (
    <section className="card-actions" aria-label={t('card.actions')}>
      {severalRooms ? <ReachPicker roomKey={subject.roomKey} /> : null}
      <OwnButtons press={(digit) => desk.own(subject, digit)} />
      <span className="pair">
        <Act command="mute" run={() => desk.mute(subject)}>
          <VolumeX aria-hidden="true" />
          <span>{t('act.muteFor', { time: durationText(muteSeconds, t) })}</span>
        </Act>
        <TimesMenu
          label={t('menu.mute')}
          times={muteTimes}
          onChoose={(seconds) => desk.mute(subject, seconds)}
        />
      </span>
      {muted === undefined ? null : (
        <Act command="unmute" run={() => desk.unmute(subject)}>
          <Volume2 aria-hidden="true" />
          <span>{t('act.unmute')}</span>
        </Act>
      )}
      <span className="pair">
        <Act command="ban" danger run={() => desk.ban(subject)}>
          <Ban aria-hidden="true" />
          <span>{t('act.banFor', { time: durationText(banSeconds, t) })}</span>
        </Act>
        <TimesMenu
          label={t('menu.ban')}
          times={banTimes}
          onChoose={(seconds) => desk.ban(subject, seconds)}
        />
      </span>
      {subject.comment === undefined ? null : (
        <Act command="hide" run={() => desk.hide(subject)}>
          <EyeOff aria-hidden="true" />
          <span>{t('act.hide')}</span>
        </Act>
      )}
      {subject.comment === undefined ? null : (
        <Act command="recall" run={() => desk.recall(subject)}>
          <Undo2 aria-hidden="true" />
          <span>{t('act.recall')}</span>
        </Act>
      )}
      <Act command="hideAll" run={() => desk.hideAll(subject)}>
        <UserX aria-hidden="true" />
        <span>{t('act.hideAllShort')}</span>
      </Act>
      <PersonWarn subject={subject} />
      <Act command="unban" run={() => desk.unban(subject)}>
        <Undo2 aria-hidden="true" />
        <span>{t('act.unban')}</span>
      </Act>
      <PersonWatch whom={{ roomKey: subject.roomKey, userId: subject.person.userId }} />
    </section>
  );
};
