import { Popover } from '@base-ui/react/popover';
import { type FormEvent, type ReactElement, useRef } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { focusPart } from './part-id.ts';

const NOTICE_LIMIT = 2_000;

/** Writes a system notice to everybody in the room. */
export const NoticeForm = (props: { readonly room: Room; readonly children: ReactElement }) => {
  const { room } = props;
  const { t } = useText();
  const { deck, moderation } = usePanel();
  const open = useStore(deck, (state) => state.notice === room.key);
  const field = useRef<HTMLTextAreaElement>(null);
  const setOpen = (next: boolean) => deck.setState({ notice: next ? room.key : null });

  const send = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    void moderation.act({ action: { type: 'notice', text }, rooms: [room.key] });
    focusPart(room.key, 'feed');
    setOpen(false);
  };

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={props.children} />
      <Popover.Portal>
        <Popover.Positioner className="layer" sideOffset={4} align="end">
          <Popover.Popup className="popup form" initialFocus={field}>
            <form onSubmit={send} className="notice-form">
              <Popover.Title>{t('notice.title', { room: room.name })}</Popover.Title>
              <Popover.Description>{t('notice.hint')}</Popover.Description>
              <textarea
                ref={field}
                className="field"
                rows={3}
                maxLength={NOTICE_LIMIT}
                aria-label={t('notice.label')}
                placeholder={t('notice.placeholder')}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
                }}
              />
              <div className="form-buttons">
                <Popover.Close className="btn quiet">{t('common.cancel')}</Popover.Close>
                <button type="submit" className="btn primary">
                  {t('notice.send')}
                </button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
