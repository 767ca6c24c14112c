import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../browser.ts';
import { icnsOf, icoOf } from './containers.ts';
import { appIcon, badgeIcon, passIcon, trayIcon, trayStates } from './pictures.ts';

/** `npm run icons`: draws every picture of the program into main/hosts/desktop/icons with this machine's browser. */
const folder = resolve(import.meta.dirname, '../../../main/hosts/desktop/icons');

const render = async (page: Page, picture: string, size: number): Promise<Buffer> => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px}</style>${picture}`,
  );
  return page.screenshot({ omitBackground: true });
};

const browser = await launchBrowser();
const page = await browser.newPage();
const save = async (name: string, picture: string, size: number) =>
  writeFileSync(join(folder, name), await render(page, picture, size));
const sized = async (picture: string, sizes: readonly number[]) => {
  const all = [];
  for (const size of sizes) all.push({ size, png: await render(page, picture, size) });
  return all;
};

for (const [name, picture] of [
  ['icon', appIcon],
  ['pass', passIcon],
] as const) {
  writeFileSync(join(folder, `${name}.ico`), icoOf(await sized(picture, [16, 24, 32, 48, 64, 128, 256])));
  writeFileSync(
    join(folder, `${name}.icns`),
    icnsOf(await sized(picture, [16, 32, 64, 128, 256, 512, 1024])),
  );
}
await save('icon.png', appIcon, 512);
for (const state of trayStates) {
  await save(`tray-${state}.png`, trayIcon(state, false), 16);
  await save(`tray-${state}@2x.png`, trayIcon(state, false), 32);
  await save(`tray-${state}Template.png`, trayIcon(state, true), 18);
  await save(`tray-${state}Template@2x.png`, trayIcon(state, true), 36);
}
for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9])
  await save(`badge-${count}.png`, badgeIcon(String(count)), 32);
await save('badge-more.png', badgeIcon('9+'), 32);
await browser.close();
