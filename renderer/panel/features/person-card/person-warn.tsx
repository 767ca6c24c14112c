import { Popover } from '@base-ui/react/popover';
import { ChevronDown, MessageCircleWarning } from 'lucide-react';
import { useState } from 'react';
import { WARNING_MAX } from '../../../../main/contract/models/action.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { KeyHint } from '../commands/index.ts';
import type { Subject } from '../desk/index.ts';

/** A warning in words of one's own, begun from one of the usual ones. */
const WarnForm = ({ subject, done }: { readonly subject: Subject; readonly done: () => void }) => {
  const { t } = useText();
  const { desk } = usePanel();
  const texts = desk.warnTexts();
  const [text, setText] = useState<string>(texts[0]);
  const [to, setTo] = useState<'room' | 'user'>('room');
  const send = () => {
    desk.warn(subject, to, text.trim());
    done();
  };
  return (
    <>
      <ul className="warn-texts" aria-label={t('warn.usual')}>
        {texts.map((usual) => (
          <li key={usual}>
            <button type="button" className="btn small quiet" onClick={() => setText(usual)}>
              <bdi>{usual}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <textarea
        className="field"
        rows={3}
        maxLength={WARNING_MAX}
        aria-label={t('warn.words')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || text.trim() === '') return;
          event.preventDefault();
          send();
        }}
      />
      <p>{t('warn.hint')}</p>
      <div className="warn-send">
        <Segments
          tight
          label={t('warn.to')}
          value={to}
          choices={[
            { value: 'room', text: t('own.inRoom') },
            { value: 'user', text: t('own.toThem') },
          ]}
          onChoose={setTo}
        />
        <button type="button" className="btn small primary" disabled={text.trim() === ''} onClick={send}>
          {t('act.warn')}
        </button>
      </div>
    </>
  );
};

/** One press warns in the room with the first of the usual texts; the arrow opens all of them. */
export const PersonWarn = ({ subject }: { readonly subject: Subject }) => {
  const { t } = useText();
  const { desk } = usePanel();
  const [open, setOpen] = useState(false);
  return (
    <span className="pair">
      <button type="button" className="btn small card-act" onClick={() => desk.warn(subject, 'room')}>
        <MessageCircleWarning aria-hidden="true" />
        <span>{t('act.warn')}</span>
        <KeyHint command="warn" />
      </button>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="btn small split" aria-label={t('warn.write')} title={t('warn.write')}>
          <ChevronDown aria-hidden="true" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="layer" sideOffset={4} align="end">
            <Popover.Popup className="popup form">
              <Popover.Title>{t('warn.title', { nick: subject.person.nick.slice(0, 40) })}</Popover.Title>
              <WarnForm subject={subject} done={() => setOpen(false)} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </span>
  );
};
