import { memoryOf } from '../bench/browser-cost.ts';
import type { SoakStage } from './soak-stage.ts';

/** The overlay's page while nothing is on the picture: what is on it at a look comes and goes, what is kept stays. */
export const memoryOfEmptyOverlay = async ({ call, overlay }: SoakStage) => {
  await call('overlay:blank', { on: true });
  await overlay.locator('#stage').waitFor({ state: 'hidden' });
  const memory = await memoryOf(overlay);
  await call('overlay:blank', { on: false });
  return memory;
};

/** The panel while its feeds are not drawn; all that they hold is in memory. */
export const memoryOfPanelAside = async ({ panel }: SoakStage) => {
  await panel.keyboard.press('Control+,');
  await panel.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  const memory = await memoryOf(panel);
  await panel.keyboard.press('Control+1');
  await panel
    .getByRole('tree', { name: /^Comments in/ })
    .first()
    .waitFor();
  return memory;
};
