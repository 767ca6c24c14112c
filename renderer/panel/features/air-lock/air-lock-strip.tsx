import { Timer, X } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { WaitingItem } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';
import { KeyHint } from '../commands/index.ts';
import { canKeepOff } from './picture.ts';
import { placeInSlots, type Slots } from './slots.ts';

/** More than this cannot be looked at in a few seconds. */
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const TICK_MS = 100;
const SECONDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const Waiting = (props: {
  readonly item: WaitingItem;
  readonly now: number;
  readonly holdMs: number;
  readonly next: boolean;
}) => {
  const { t } = useText();
  const { picture } = usePanel();
  const { item, now, holdMs, next } = props;
  const left = Math.max(0, item.airAt - now);
  const share = holdMs === 0 ? 0 : Math.min(1, left / holdMs);
  return (
    <li className="air-lock-item" data-level={item.level} data-next={next}>
      <span className="air-lock-left">{(left / 1000).toFixed(1)}</span>
      <bdi className="air-lock-nick">{item.nick}</bdi>
      <bdi className="air-lock-text">{item.text}</bdi>
      {next ? <KeyHint command="hideNext" /> : null}
      {canKeepOff(item) ? (
        <button
          type="button"
          className="icon-btn small"
          aria-label={t('airLock.hide', { nick: item.nick, text: item.text })}
          onClick={() => picture.keepOff(item)}
        >
          <X aria-hidden="true" />
        </button>
      ) : null}
      <span className="air-lock-bar" style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
    </li>
  );
};

const Hold = ({ holdMs }: { readonly holdMs: number }) => {
  const { t } = useText();
  const { picture } = usePanel();
  return (
    <select
      className="air-lock-hold"
      aria-label={t('airLock.seconds')}
      value={Math.round(holdMs / 1000)}
      onChange={(event) => picture.setHold(Number(event.currentTarget.value))}
    >
      {SECONDS.map((n) => (
        <option key={n} value={n}>
          {n === 0 ? t('airLock.off') : t('airLock.secondsValue', { n })}
        </option>
      ))}
    </select>
  );
};

/** Who is about to go on air, with the time left to stop it. Shown while a page is on air. */
export const AirLockStrip = () => {
  const { t } = useText();
  const { picture, clock } = usePanel();
  const { items, count } = useStore(picture.waiting);
  const now = useNow(clock, TICK_MS, count > 0);
  const places = useRef<Slots>([]);
  const overlays = Object.values(useTopic('overlays') ?? {});
  const onAir = overlays.some(({ blank, clients }) => !blank && clients.some((client) => !client.preview));
  if (!onAir) return null;
  const slots = placeInSlots(places.current, items, PLACES.length);
  places.current = slots;
  const holdMs = Math.max(0, ...overlays.map((overlay) => overlay.holdMs ?? 0));
  const next = items.find(canKeepOff)?.id;
  const unseen = count - slots.filter((slot) => slot !== undefined).length;
  return (
    <section className="air-lock" aria-label={t('airLock.label')}>
      <Timer aria-hidden="true" />
      <strong>{t('airLock.title')}</strong>
      <Hold holdMs={holdMs} />
      {items.length === 0 ? (
        <span className="quiet">{holdMs === 0 ? t('airLock.none') : t('airLock.empty')}</span>
      ) : (
        <ul className="air-lock-items">
          {PLACES.map((place, index) => {
            const item = slots[index];
            if (item === undefined) return <li key={place} className="air-lock-free" aria-hidden="true" />;
            return <Waiting key={place} item={item} now={now} holdMs={holdMs} next={item.id === next} />;
          })}
        </ul>
      )}
      <span className="air-lock-more">{unseen > 0 ? t('airLock.more', { count: unseen }) : null}</span>
    </section>
  );
};
