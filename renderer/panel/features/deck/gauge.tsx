import { ROOM_CAP_PER_SECOND } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';

const BARS = 10;
const HEIGHT = 14;

export type Pressure = 'easy' | 'near' | 'cap';

/** From three quarters of the cap on, the service is about to drop messages; at the cap it does. */
export const pressureOf = (perSecond: number): Pressure => {
  if (perSecond >= ROOM_CAP_PER_SECOND) return 'cap';
  return perSecond >= ROOM_CAP_PER_SECOND * 0.75 ? 'near' : 'easy';
};

export const newestPressure = (pressure: readonly number[]): number => pressure.at(-1) ?? 0;

/** The last ten seconds against the room's cap, as bars, and the newest as a number. */
export const Gauge = (props: { readonly pressure: readonly number[] }) => {
  const { t, number } = useText();
  const seconds = Array.from({ length: BARS }, (_, index) => props.pressure.at(index - BARS) ?? 0);
  const now = newestPressure(props.pressure);
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
