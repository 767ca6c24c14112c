import { resolve } from 'node:path';
import { overlayThemes } from '../../main/contract/models/overlay.ts';
import { comment, gift, readBuiltPage, roomKey, startOverlays } from '../integration/overlay/overlay-rig.ts';
import { launchBrowser } from './browser.ts';
import { stage } from './stage-picture.ts';

const folder = resolve(import.meta.dirname, '../../renderer/panel/features/overlay-page/themes');

/** Small enough for a thumbnail to be read: the overlay never makes its letters smaller than this needs. */
const size = { width: 480, height: 270 };
/** Half of it has a comment in the middle of the picture. */
const FLIGHT_SECONDS = 6;
const settings = {
  danmaku: { size: 46, seconds: FLIGHT_SECONDS, place: { x: 0, y: 0.04, w: 1, h: 0.3 } },
  chat: { size: 36, rows: 3, place: { x: 0.03, y: 0.36, w: 0.62, h: 0.6 } },
  gift: { size: 34, seconds: 30, place: { x: 0.56, y: 0.62, w: 0.42, h: 0.34 } },
  likes: { on: false },
  ticker: { on: false },
  pin: { on: false },
};

/** The panel's pictures of the themes, taken of the real page over a stage. */
export const takeThemePictures = async (): Promise<void> => {
  const assets = await readBuiltPage();
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: 2 / 3 });
  for (const theme of overlayThemes) {
    const { overlays, url } = await startOverlays({ assets, settings: { ...settings, theme } });
    const page = await context.newPage();
    const connected = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await page.goto(url);
    await connected;
    await page.evaluate((picture) => {
      document.documentElement.style.background = `url("data:image/svg+xml,${encodeURIComponent(picture)}") center / cover`;
    }, stage);
    overlays.show(roomKey, [
      comment('主播晚上好！', { userId: 'xiaoyu', nick: '小雨' }),
      comment('what a voice', { userId: 'maya', nick: 'maya' }),
      comment('下一首唱什么', { userId: 'vj', nick: 'Luna', role: 'vj' }),
      gift('火箭', 6, { userId: 'hao', nick: '阿豪' }),
    ]);
    await page.locator('.row').nth(1).waitFor();
    await page.waitForTimeout(FLIGHT_SECONDS * 600);
    await page.screenshot({ path: resolve(folder, `${theme}.png`) });
    await page.close();
    await overlays.dispose();
  }
  await browser.close();
};
