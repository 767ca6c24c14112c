import { Menu } from '@base-ui/react/menu';
import { Ban, ChevronDown, Ellipsis, EyeOff, MessageCircleWarning, VolumeX, X } from 'lucide-react';
import { useStore } from 'zustand';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { personKeyOf } from '../../../../main/contract/room-key.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel, useRoomCount, useTopic } from '../../panel-context.tsx';
import { type CommandId, KeyHint } from '../commands/index.ts';
import type { Subject } from '../desk/index.ts';
import { type FeedStore, MOST_CHOSEN } from '../feed/index.ts';
import { ownButtons, ownButtonText } from '../own-buttons/index.ts';
import { ReachPicker } from '../reach/index.ts';

const useAct = () => {
  const { desk } = usePanel();
  return (run: (subject: Subject) => void) => () => {
    const subject = desk.aim();
    if (subject?.chosen !== undefined) run(subject);
  };
};

const More = () => {
  const text = useText();
  const { t } = text;
  const { desk } = usePanel();
  const act = useAct();
  const settings = useTopic('settings') ?? defaultSettings;
  const item = (key: string, name: string, run: () => void, command?: CommandId) => (
    <Menu.Item key={key} className="menu-item" onClick={run}>
      {name}
      {command === undefined ? null : <KeyHint command={command} end />}
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger className="btn small" aria-label={t('choose.more')} title={t('choose.more')}>
        <Ellipsis aria-hidden="true" />
        <ChevronDown aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} side="top" align="end">
          <Menu.Popup className="popup menu">
            {ownButtons(settings).map(({ digit, button }) =>
              item(
                `own${digit}`,
                ownButtonText(button, text),
                act((about) => void desk.own(about, digit)),
                `own${digit}`,
              ),
            )}
            <Menu.Separator className="menu-rule" />
            {settings.muteTimes.map((seconds) =>
              item(
                `mute${seconds}`,
                t('act.muteFor', { time: durationText(seconds, t) }),
                act((about) => desk.mute(about, seconds)),
              ),
            )}
            <Menu.Separator className="menu-rule" />
            {item('unmute', t('act.unmute'), act(desk.unmute), 'unmute')}
            {item('unban', t('act.unban'), act(desk.unban), 'unban')}
            {item('recall', t('act.recall'), act(desk.recall), 'recall')}
            {item('hideAll', t('act.hideAll'), act(desk.hideAll), 'hideAll')}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

/** How many comments are chosen, of how many people, and what can be done about all of them at once. */
export const BulkBar = ({ store }: { readonly store: FeedStore }) => {
  const { t } = useText();
  const { desk } = usePanel();
  const act = useAct();
  const severalRooms = (useRoomCount() ?? 0) > 1;
  const { chosen } = useStore(store, (feed) => feed.choice);
  const column = useStore(store, (feed) => feed.roomKey);
  if (chosen.size === 0) return null;
  const people = new Set(
    [...chosen.values()].map(({ comment, room }) => personKeyOf(room ?? column, comment.person.userId)),
  ).size;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('choose.bar')}>
      <p className="bulk-count" role="status">
        <strong>{t('choose.comments', { count: chosen.size })}</strong>{' '}
        <span className="quiet">{t('choose.people', { count: people })}</span>
        {chosen.size >= MOST_CHOSEN ? <span className="quiet"> · {t('choose.most')}</span> : null}
      </p>
      {severalRooms ? <ReachPicker roomKey={[...chosen.values()][0]?.room ?? column} /> : null}
      <div className="bulk-acts">
        <button type="button" className="btn small" onClick={act((about) => desk.mute(about))}>
          <VolumeX aria-hidden="true" />
          {t('act.mute')} <KeyHint command="mute" />
        </button>
        <button type="button" className="btn small" onClick={act(desk.hide)}>
          <EyeOff aria-hidden="true" />
          {t('act.hide')} <KeyHint command="hide" />
        </button>
        <button type="button" className="btn small danger" onClick={act((about) => desk.ban(about))}>
          <Ban aria-hidden="true" />
          {t('act.ban')} <KeyHint command="ban" />
        </button>
        <button type="button" className="btn small" onClick={act((about) => desk.warn(about, 'room'))}>
          <MessageCircleWarning aria-hidden="true" />
          {t('act.warn')} <KeyHint command="warn" />
        </button>
        <More />
        <button
          type="button"
          className="icon-btn small bulk-close"
          aria-label={t('choose.none')}
          title={`${t('choose.none')}  Esc`}
          onClick={() => desk.unchoose()}
        >
          <X aria-hidden="true" />
        </button>
      </div>
    </div>
  );
};
