import { OctagonAlert, RotateCcw, TriangleAlert } from 'lucide-react';
import type { Panic, PanicRoom } from '../../../../main/contract/models/panic.ts';
import { countdownText, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';
import { KeyHint } from '../commands/index.ts';

const A_SECOND = 1_000;

/** Each room that did not follow, and why. */
const Troubles = (props: { readonly rooms: readonly PanicRoom[]; readonly label: string }) => {
  const { language } = useText();
  if (props.rooms.length === 0) return null;
  return (
    <ul className="panic-troubles" aria-label={props.label}>
      {props.rooms.map(({ roomKey, name, error }) => (
        <li key={roomKey}>
          <strong>
            {props.label}: <bdi>{name}</bdi>
          </strong>
          {error === undefined ? null : <span>{error.text[language]}</span>}
          {error?.vendor === undefined ? null : <code>{error.vendor.code}</code>}
        </li>
      ))}
    </ul>
  );
};

const Retry = () => {
  const { t } = useText();
  const { panic } = usePanel();
  return (
    <button type="button" className="btn small" onClick={panic.retry}>
      <RotateCcw aria-hidden="true" />
      {t('panic.retry')}
    </button>
  );
};

const LockedDown = ({ state }: { readonly state: Panic }) => {
  const { t } = useText();
  const { panic, clock } = usePanel();
  const now = useNow(clock, A_SECOND, true);
  const locking = state.rooms.filter((room) => room.state === 'locking').length;
  const locked = state.rooms.filter((room) => room.state === 'locked').length;
  const failed = state.rooms.filter((room) => room.state === 'failed');
  return (
    <section className="panic-band" aria-label={t('panic.label')}>
      <div className="panic-line">
        <OctagonAlert aria-hidden="true" />
        <strong className="panic-title">{t('panic.title')}</strong>
        <span className="panic-facts" role="alert">
          {locking > 0 ? <span>{t('panic.locking', { count: locking })}</span> : null}
          {locked > 0 || locking === 0 ? <span>{t('panic.rooms', { count: locked })}</span> : null}
          <span>{t('panic.picture')}</span>
          <span>{t('panic.words')}</span>
        </span>
        <span className="panic-since">{t('panic.since', { time: countdownText(now - state.since) })}</span>
        {failed.length > 0 ? <Retry /> : null}
        <button type="button" className="btn small panic-end" onClick={panic.toggle}>
          {t('panic.end')}
          <KeyHint command="panic" />
        </button>
      </div>
      <Troubles rooms={failed} label={t('panic.failed')} />
    </section>
  );
};

const Aftermath = ({ state }: { readonly state: Panic }) => {
  const { t } = useText();
  const { panic } = usePanel();
  const stuck = state.rooms.filter((room) => room.state === 'still-locked');
  const releasing = state.rooms.length - stuck.length;
  return (
    <section className="panic-band over" aria-label={t('panic.label')}>
      <div className="panic-line">
        <TriangleAlert aria-hidden="true" />
        <strong role="alert">
          {stuck.length > 0 ? t('panic.left') : t('panic.releasing', { count: releasing })}
        </strong>
        {stuck.length > 0 ? (
          <span className="panic-ways">
            <Retry />
            <button type="button" className="btn quiet small" onClick={panic.dismiss}>
              {t('panic.dismiss')}
            </button>
          </span>
        ) : null}
      </div>
      <Troubles rooms={stuck} label={t('panic.stillMuted')} />
    </section>
  );
};

/** While a panic is on: what is locked down and how it ends; afterwards, where it did not end. */
export const PanicBand = () => {
  const state = useTopic('panic');
  if (state === undefined) return null;
  if (state.on) return <LockedDown state={state} />;
  return state.rooms.length > 0 ? <Aftermath state={state} /> : null;
};
