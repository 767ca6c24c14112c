import { Menu } from '@base-ui/react/menu';
import { Ban, ChevronDown, EyeOff, UserX, Volume2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel, useRoom, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { type CommandId, KeyHint } from '../commands/index.ts';
import { BAN_SECONDS, type Subject } from '../desk/index.ts';
import { mutedUntil } from '../moderation/index.ts';
import { PersonWatch } from './person-watch.tsx';

const MUTE_TIMES = [60, 600, 3_600, 86_400, MUTE_FOREVER_SECONDS] as const;
const BAN_TIMES = [3_600, 86_400, 604_800, 2_592_000] as const;

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

const Scope = () => {
  const { t } = useText();
  const { deck } = usePanel();
  const everywhere = useStore(deck, (state) => state.everywhere);
  return (
    <Segments
      tight
      label={t('card.scope')}
      value={everywhere ? 'all' : 'here'}
      choices={[
        { value: 'here', text: t('card.here') },
        { value: 'all', text: t('card.everywhere') },
      ]}
      onChoose={(value) => deck.setState({ everywhere: value === 'all' })}
    />
  );
};

/** Everything that can be done about a person, in this room or in all of the account's. */
export const PersonActions = ({ subject }: { readonly subject: Subject }) => {
  const { t } = useText();
  const { desk, moderation, clock } = usePanel();
  const room = useRoom(subject.roomKey);
  const muteSeconds = useTopic('settings')?.muteSeconds ?? 600;
  const severalRooms = Object.keys(useTopic('rooms') ?? {}).length > 1;
  const muted = useStore(moderation.state, ({ pending }) =>
    room === undefined ? undefined : mutedUntil(room, pending, subject.person.userId, clock.now()),
  );
  return (
    <section className="card-actions" aria-label={t('card.actions')}>
      {severalRooms ? <Scope /> : null}
      <span className="pair">
        <Act command="mute" run={() => desk.mute(subject)}>
          <VolumeX aria-hidden="true" />
          <span>{t('act.muteFor', { time: durationText(muteSeconds, t) })}</span>
        </Act>
        <TimesMenu
          label={t('menu.mute')}
          times={MUTE_TIMES}
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
          <span>{t('act.banFor', { time: durationText(BAN_SECONDS, t) })}</span>
        </Act>
        <TimesMenu
          label={t('menu.ban')}
          times={BAN_TIMES}
          onChoose={(seconds) => desk.ban(subject, seconds)}
        />
      </span>
      {subject.comment === undefined ? null : (
        <Act command="hide" run={() => desk.hide(subject)}>
          <EyeOff aria-hidden="true" />
          <span>{t('act.hide')}</span>
        </Act>
      )}
      <Act command="hideAll" run={() => desk.hideAll(subject)}>
        <UserX aria-hidden="true" />
        <span>{t('act.hideAllShort')}</span>
      </Act>
      <PersonWatch whom={{ roomKey: subject.roomKey, userId: subject.person.userId }} />
    </section>
  );
};
