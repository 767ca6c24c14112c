import { useStore } from 'zustand';
import { ROOM_CAP_PER_SECOND } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

const BARS = 10;
const HEIGHT = 14;

export type Pressure = 'easy' | 'near' | 'cap';

/** From three quarters of the cap on, the service is about to drop messages; at the cap it does. */
export const pressureOf = (perSecond: number): Pressure => {
  if (perSecond >= ROOM_CAP_PER_SECOND) return 'cap';
  return perSecond >= ROOM_CAP_PER_SECOND * 0.75 ? 'near' : 'easy';
};

const none: readonly number[] = [];

/** The room's newest whole second. */
export const usePressure = (roomKey: string): Pressure =>
  useStore(usePanel().topics.values, ({ pressure }) => pressureOf(pressure?.[roomKey]?.at(-1) ?? 0));

/** The last ten seconds against the room's cap, as bars, and the newest as a number. */
export const Gauge = ({ roomKey }: { readonly roomKey: string }) => {
  const { t, number } = useText();
  const pressure = useStore(usePanel().topics.values, (values) => values.pressure?.[roomKey] ?? none);
  const seconds = Array.from({ length: BARS }, (_, index) => pressure.at(index - BARS) ?? 0);
  const now = pressure.at(-1) ?? 0;
  const text = t('gauge.label', { now: number(now), cap: ROOM_CAP_PER_SECOND });
  return (
    <span className="gauge" data-pressure={pressureOf(now)} role="img" aria-label={text} title={text}>
      <svg width={BARS * 3} height={HEIGHT} aria-hidden="true">
        {seconds.map((perSecond, index) => {
          const height = Math.max(1, Math.min(HEIGHT, (perSecond / ROOM_CAP_PER_SECOND) * HEIGHT));
          const key = `${index}`;
          return (
            <rect
              key={key}
              x={index * 3}
              y={HEIGHT - height}
              width={2}
              height={height}
              data-pressure={pressureOf(perSecond)}
            />
          );
        })}
      </svg>
      <span className="gauge-number" aria-hidden="true">
        {number(now)}
        <span className="gauge-cap">/{ROOM_CAP_PER_SECOND}</span>
      </span>
    </span>
  );
};
