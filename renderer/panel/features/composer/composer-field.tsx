import { MonitorPlay, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { focusPart, partId } from '../deck/index.ts';
import { hold } from '../feed/index.ts';
import { SAY_LIMIT } from './composer.ts';
import { OutboxList } from './outbox-list.tsx';

/** Where the VJ answers. Enter sends and the feed goes back to the newest, to show the answer; a word still being composed by an input method does not. */
export const ComposerField = ({ room }: { readonly room: Room }) => {
  const { t } = useText();
  const { composer, feeds } = usePanel();
  const account = useTopic('accounts')?.[room.accountId];
  const [text, setText] = useState(() => composer.drafts.get(room.key) ?? '');
  const [danmaku, setDanmaku] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const write = (next: string) => {
    composer.drafts.set(room.key, next);
    setText(next);
  };
  const send = () => {
    if (text.trim() === '') return;
    composer.say(room.key, text.trim(), danmaku);
    feeds.get(room.key)?.setState((feed) => hold(feed, 'return'), true);
    write('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
    if (event.key === 'Escape') focusPart(room.key, 'feed');
  };
  const nick = account?.nick ?? '';
  return (
    <div className="composer">
      <OutboxList roomKey={room.key} />
      <div className="composer-line">
        <textarea
          ref={field}
          id={partId(room.key, 'composer')}
          className="composer-field"
          rows={1}
          maxLength={SAY_LIMIT}
          value={text}
          aria-label={t('composer.label', { nick, room: room.name })}
          placeholder={t('composer.placeholder', { nick })}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className="icon-btn"
          aria-pressed={danmaku}
          data-lit={danmaku}
          aria-label={t('composer.danmaku')}
          title={t('composer.danmakuHint')}
          onClick={() => setDanmaku(!danmaku)}
        >
          <MonitorPlay aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-btn"
          disabled={text.trim() === ''}
          aria-label={t('composer.send')}
          title={t('composer.send')}
          onClick={send}
        >
          <SendHorizontal aria-hidden="true" />
        </button>
      </div>
    </div>
  );
};
