import { ContextMenu } from '@base-ui/react/context-menu';
import { Ban, Copy, EyeOff, UserX, Volume2, VolumeX } from 'lucide-react';
import { MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

const muteTimes = [60, 600, 3_600, 86_400, MUTE_FOREVER_SECONDS] as const;
const banTimes = [3_600, 86_400, 604_800] as const;

/** What can be done about the selected row, by the second button of the mouse or the menu key. */
export const RowMenu = () => {
  const { t } = useText();
  const { desk } = usePanel();
  const act = (run: (subject: NonNullable<ReturnType<typeof desk.subject>>) => void) => () => {
    const subject = desk.subject();
    if (subject !== undefined) run(subject);
  };
  const copy = (text: string | undefined) => {
    if (text !== undefined) void navigator.clipboard.writeText(text);
  };
  return (
    <ContextMenu.Portal>
      <ContextMenu.Positioner className="layer">
        <ContextMenu.Popup className="popup menu">
          <div className="menu-label">{t('menu.mute')}</div>
          {muteTimes.map((seconds) => (
            <ContextMenu.Item
              key={seconds}
              className="menu-item"
              onClick={act((subject) => desk.mute(subject, seconds))}
            >
              <VolumeX aria-hidden="true" />
              {durationText(seconds, t)}
            </ContextMenu.Item>
          ))}
          <ContextMenu.Item className="menu-item" onClick={act(desk.unmute)}>
            <Volume2 aria-hidden="true" />
            {t('act.unmute')}
            <span className="hint">⇧M</span>
          </ContextMenu.Item>
          <ContextMenu.Separator className="menu-rule" />
          <div className="menu-label">{t('menu.ban')}</div>
          {banTimes.map((seconds) => (
            <ContextMenu.Item
              key={seconds}
              className="menu-item"
              onClick={act((subject) => desk.ban(subject, seconds))}
            >
              <Ban aria-hidden="true" />
              {durationText(seconds, t)}
            </ContextMenu.Item>
          ))}
          <ContextMenu.Separator className="menu-rule" />
          <ContextMenu.Item className="menu-item" onClick={act(desk.hide)}>
            <EyeOff aria-hidden="true" />
            {t('act.hide')}
            <span className="hint">H</span>
          </ContextMenu.Item>
          <ContextMenu.Item className="menu-item" onClick={act(desk.hideAll)}>
            <UserX aria-hidden="true" />
            {t('act.hideAll')}
            <span className="hint">⇧H</span>
          </ContextMenu.Item>
          <ContextMenu.Separator className="menu-rule" />
          <ContextMenu.Item className="menu-item" onClick={act((subject) => copy(subject.comment?.text))}>
            <Copy aria-hidden="true" />
            {t('act.copyText')}
          </ContextMenu.Item>
          <ContextMenu.Item className="menu-item" onClick={act((subject) => copy(subject.person.userId))}>
            <Copy aria-hidden="true" />
            {t('act.copyId')}
          </ContextMenu.Item>
        </ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  );
};
