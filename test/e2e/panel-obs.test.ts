import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousOn } from '../support/axe.ts';
import { livePanel } from '../support/live-panel.ts';
import { temporaryDir } from '../support/livedeck.ts';
import { type ObsServer, startObsServer } from '../support/obs-server.ts';

/** The OBS page against the real product, a stand-in OBS, and a real page where OBS's browser source would be. */
const password = 'a password for OBS';
const source = 'Livedeck overlay';
const canvas = { width: 640, height: 360 };
const dataDir = temporaryDir();
const live = livePanel({
  rehearse: 'calm',
  dataDir,
  context: { viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] },
});
let page: Page;
let inObs: Page;
let obs: ObsServer;

const button = (name: string | RegExp) => page.getByRole('button', { name });
const doctor = () => page.getByRole('region', { name: 'Doctor' });
const check = (name: string) => doctor().getByRole('listitem').filter({ hasText: name });
const seriousIn = (): Promise<string[]> => seriousOn(page);

const enter = async (fields: { readonly port?: number; readonly password?: string }) => {
  if (fields.port !== undefined) await page.getByLabel('Port').fill(String(fields.port));
  if (fields.password !== undefined)
    await page.getByRole('textbox', { name: 'Password of the WebSocket server' }).fill(fields.password);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
};

/** Screenshots show what the page in OBS really shows, with its alpha. */
const takeRealPictures = (server: ObsServer) =>
  server.meddle(({ type, id, socket }) => {
    if (type !== 'GetSourceScreenshot') return undefined;
    void inObs.screenshot({ omitBackground: true }).then((png) => {
      const responseData = { imageData: `data:image/png;base64,${png.toString('base64')}` };
      const requestStatus = { result: true, code: 100 };
      socket.send(JSON.stringify({ op: 7, d: { requestId: id, requestStatus, responseData } }));
    });
    return 'answered';
  });

const startObs = async (port?: number): Promise<ObsServer> => {
  const server = await startObsServer({
    ...(port === undefined ? {} : { port }),
    password,
    world: { canvas },
  });
  takeRealPictures(server);
  return server;
};

/** What a person does in OBS's own window: Livedeck hears of it as of any change. */
const inputsIntent = 1 << 3;
const stir = () => obs.emit(inputsIntent, 'InputNameChanged', {});

const look = async () => {
  await doctor().getByRole('button', { name: 'Look at everything' }).click();
  await doctor().getByRole('button', { name: 'Look at everything' }).waitFor();
};

beforeAll(async () => {
  obs = await startObs();
  ({ page } = live);
  const obsContext = await live.browser.newContext({ viewport: canvas });
  inObs = await obsContext.newPage();
  await inObs.addInitScript(() => Object.assign(window, { obsstudio: {} }));
});
afterAll(() => obs.stop());

describe('the OBS page', () => {
  it('opens with one key and says how OBS is made ready', async () => {
    await page.keyboard.press('Control+7');
    await page.getByRole('heading', { name: 'Switch it on in OBS' }).waitFor();
    await page.getByText('Show Connect Info').first().waitFor();
    await page.getByRole('heading', { name: 'Not connected' }).waitFor();
    expect(await seriousIn()).toEqual([]);
  });

  it('tells another program on the port from OBS, and a wrong password from a right one', async () => {
    const other = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    await enter({ port: (other.address() as AddressInfo).port, password: 'wrong' });
    await page.getByText('but not as OBS does').waitFor();
    await enter({ port: obs.port, password: 'wrong' });
    await page.getByText('OBS refused the password.').waitFor();
    await page.getByText('It is not tried again by itself.').waitFor();
    other.close();
  });

  it('warns before anything is sent over a network', async () => {
    await page.getByLabel('Address').fill('192.168.1.20');
    await page.getByText('this connection is not encrypted').waitFor();
    await page.getByLabel('Address').fill('127.0.0.1');
  });

  it('connects with the right password, and tells the versions and the scene in every window', async () => {
    const other = await page.context().newPage();
    await other.goto(live.app.ready.url);
    await other.getByLabel(/^Comments in/).waitFor();
    await other.keyboard.press('Control+7');
    await other.getByRole('button', { name: 'Try now' }).waitFor();
    await enter({ port: obs.port, password });
    for (const window of [page, other]) {
      await window.getByRole('heading', { name: 'Connected to OBS 30.2.3' }).waitFor();
      await window.getByText('Nothing of Livedeck').waitFor();
      await window.getByText('OBS has no source "Livedeck overlay" yet.').waitFor();
      expect(await window.getByText('The doctor is at work already.').count()).toBe(0);
    }
    await other.close();
    expect(await seriousIn()).toEqual([]);
  });

  it('adds the overlay to OBS over the whole picture, once, and says that it is on air', async () => {
    await button('Add to OBS: Main').click();
    await page.getByText('Added to “Scene”: Browser source').waitFor();
    await page.getByText('On air now').first().waitFor();
    await button('OBS: on the picture').waitFor();
    await button('Repair in OBS: Main').click();
    await page.getByText('Nothing to repair').waitFor();
    const settings = obs.world.inputs.get(source)?.settings ?? {};
    expect(settings).toMatchObject(canvas);
    expect(obs.world.scenes.get('Scene')).toHaveLength(1);
  });

  it('finds a page that is not connected, and all well once it is, with the picture to prove it', async () => {
    await look();
    await check('Page connected').getByText('is not connected to Livedeck').waitFor();
    await inObs.goto(String(obs.world.inputs.get(source)?.settings.url));
    await check('Page connected').getByRole('button', { name: 'Reload the page' }).click();
    await doctor().getByText('All is well').waitFor();
    const taken = doctor().getByRole('img', { name: /^What OBS took/ });
    await taken.waitFor();
    expect(await taken.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(canvas.width);
    expect(await seriousIn()).toEqual([]);
  });

  it('finds what was put wrong in OBS, mends all of it with one button, and its size and place with another', async () => {
    const [item] = obs.world.scenes.get('Scene') ?? [];
    const input = obs.world.inputs.get(source);
    if (item === undefined || input === undefined) throw new Error('The source is gone');
    item.enabled = false;
    item.transform.positionX = 100;
    input.settings.width = 800;
    stir();
    await doctor().getByText('OBS has changed since').waitFor();
    await look();
    await doctor().getByText('2 problems').waitFor();
    await button('Mend all').click();
    await doctor().getByText('1 problem').waitFor();
    expect(item).toMatchObject({ enabled: true, transform: { positionX: 100 } });
    expect(input.settings.width).toBe(800);
    expect(await button('Mend all').count()).toBe(0);
    await check('Size and place').getByRole('button', { name: 'Fit to the picture' }).click();
    await doctor().getByText('All is well').waitFor();
    expect(item.transform.positionX).toBe(0);
    expect(input.settings.width).toBe(canvas.width);
  });

  it('sees a page that is connected and yet blank', async () => {
    const style = await inObs.addStyleTag({ content: 'body { visibility: hidden !important }' });
    await look();
    await check('Picture test').getByText('its picture in OBS is empty').waitFor();
    await style.evaluate((node) => node.parentNode?.removeChild(node));
    await look();
    await doctor().getByText('All is well').waitFor();
  });

  it('never shows the pattern to an audience unasked', async () => {
    obs.world.streaming = true;
    stir();
    await page.getByText('OBS is sending its picture').waitFor();
    const before = obs.asked.length;
    await look();
    await check('Picture test').getByText('the audience would see the test pattern').waitFor();
    expect(obs.asked.slice(before).map(({ type }) => type)).not.toContain('GetSourceScreenshot');
    await button('Test anyway').click();
    await doctor().getByText('All is well').waitFor();
    obs.world.streaming = false;
    stir();
  });

  it('copies the report as text without the address of the overlay or the password', async () => {
    await doctor().getByRole('button', { name: 'Copy the report as text' }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('OBS 30.2.3');
    expect(text).toContain('[Good] Picture test:');
    expect(text).not.toMatch(/\/o\/|http/);
    expect(text).not.toContain(password);
  });

  it('says when OBS is gone, and is connected again by itself when it is back', async () => {
    const { port } = obs;
    await obs.stop();
    await page.getByRole('heading', { name: 'OBS is not reachable' }).waitFor();
    await button('OBS: not reachable').waitFor();
    obs = await startObs(port);
    await page.getByRole('heading', { name: 'Connected to OBS 30.2.3' }).waitFor();
  });

  it('lets a person pick the window where OBS does not find the overlay’s by its title', async () => {
    const { world } = obs;
    obs.world.inputs.clear();
    for (const items of world.scenes.values()) items.length = 0;
    world.kinds = ['xcomposite_input'];
    world.windows = [
      { name: 'Mail', value: '1\r\nMail\r\nx' },
      { name: 'Chrome', value: '2\r\nChrome\r\nx' },
    ];
    stir();
    // Open in a browser somewhere, under a title of its own.
    const elsewhere = await live.browser.newPage();
    await elsewhere.goto(live.app.ready.overlayUrl);
    await button('Add to OBS: Main').click();
    await button('Pick the window from a list').click();
    await page.getByLabel('Window', { exact: true }).selectOption('Chrome');
    await button('Capture this window').click();
    await page.getByText('Added to “Scene”: Window capture').waitFor();
    expect(world.inputs.get(source)?.settings.capture_window).toBe('2\r\nChrome\r\nx');
    await elsewhere.close();
  });

  it('leaves the password in no file and no output of its own', () => {
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readFileSync(join(file.parentPath, file.name)).includes(password), file.name).toBe(false);
    expect(live.app.stderr()).not.toContain(password);
    expect(live.complaints).toEqual([]);
  });
});
