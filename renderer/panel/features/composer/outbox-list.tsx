import { LoaderCircle, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Outgoing } from './outbox.ts';

const OutgoingLine = ({ outgoing }: { readonly outgoing: Outgoing }) => {
  const { t, told } = useText();
  const { composer } = usePanel();
  const { error } = outgoing;
  if (error === undefined)
    return (
      <li className="outgoing">
        <LoaderCircle className="spin" aria-hidden="true" />
        <bdi className="outgoing-text">{outgoing.text}</bdi>
        <span className="unseen">{t('composer.sending')}</span>
      </li>
    );
  return (
    <li className="outgoing" data-failed="true">
      <TriangleAlert aria-hidden="true" />
      <span className="outgoing-words">
        <bdi className="outgoing-text">{outgoing.text}</bdi>
        <span className="outgoing-why">
          {t('composer.notSent')} {told(error)}
          {error.vendor === undefined ? null : <code>{error.vendor.code}</code>}
        </span>
      </span>
      <button type="button" className="btn small" onClick={() => composer.retry(outgoing)}>
        <RotateCcw aria-hidden="true" />
        {t('toast.retry')}
      </button>
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('toast.dismiss')}
        onClick={() => composer.forget(outgoing.id)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
};

/** What is on its way into the room, and what did not get there. */
export const OutboxList = ({ roomKey }: { readonly roomKey: string }) => {
  const { composer } = usePanel();
  const mine = useStore(
    composer.outbox,
    useShallow((outbox) => outbox.filter((one) => one.roomKey === roomKey)),
  );
  if (mine.length === 0) return null;
  return (
    <ul className="outbox" aria-live="polite">
      {mine.slice(-3).map((outgoing) => (
        <OutgoingLine key={outgoing.id} outgoing={outgoing} />
      ))}
    </ul>
  );
};
