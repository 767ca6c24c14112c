import type { Display as ElectronDisplay, Rectangle, Screen } from 'electron';
import type { Display } from '../../contract/models/desktop.ts';

export type ScreenPart = Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;

const whole = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

/** The displays as the contract names them. */
export const displaysNow = (screen: ScreenPart): Display[] => {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map((display: ElectronDisplay) => ({
    id: String(display.id),
    name: display.label,
    bounds: whole(display.bounds),
    workArea: whole(display.workArea),
    primary: display.id === primary,
  }));
};
