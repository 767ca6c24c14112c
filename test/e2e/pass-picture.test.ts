import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { noteComplaints } from '../support/note-complaints.ts';
import { connectPanel } from '../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';

/** A moderator gets a pass as a picture: the code as the key holder's screen shows it, photographed or copied. */
const PASSPHRASE = 'agreed by voice';

let service: Rehearsal;
let app: Livedeck;
let browser: Browser;
let page: Page;
let text: string;
let shown: Buffer;
const complaints: string[] = [];

const field = () => page.getByLabel('Pass', { exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Draws the code into a larger picture, tilted and soft as a photo is. */
const photo = (degrees: number, width = 1300, height = 1000) =>
  page.evaluate(
    async ([source, angle, w, h]) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(source)]));
      const canvas = new OffscreenCanvas(w, h);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      const shade = pen.createLinearGradient(0, 0, w, h);
      shade.addColorStop(0, '#6a6a70');
      shade.addColorStop(1, '#d8d6d0');
      pen.fillStyle = shade;
      pen.fillRect(0, 0, w, h);
      pen.translate(w / 2, h / 2);
      pen.rotate((angle * Math.PI) / 180);
      pen.filter = 'blur(0.8px) brightness(0.85)';
      pen.drawImage(picture, -375, -375, 750, 750);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [[...shown], degrees, width, height] as const,
  );

const give = async (name: string, mimeType: string, bytes: readonly number[] | Buffer) => {
  await field().fill('');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
};

/** Pastes a picture as the system's clipboard brings a screenshot. */
const paste = (bytes: Buffer) =>
  field().evaluate(
    (area, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(data)], 'image.png', { type: 'image/png' }));
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...bytes],
  );

beforeAll(async () => {
  [service, app, browser] = await Promise.all([
    startRehearsal(['--seed', '7']),
    startLivedeck(['--data-dir', temporaryDir(), '--port', '0']),
    launchBrowser(),
  ]);
  const holder = await connectPanel(app.ready.url);
  const added = await holder.call('account:add', {
    kind: 'key-holder',
    sdkAppId: service.sdkAppId,
    userId: service.vj,
    key: { text: service.secretKey },
    protection: { by: 'memory' },
    address: { rest: service.rest, socket: service.socket },
  });
  const { accountId } = added.value as { accountId: string };
  const issued = await holder.call('pass:issue', {
    accountId,
    userId: 'mod-lin',
    rooms: ['night-show', 'game-arena'],
    may: ['say', 'mute'],
    expiresInSeconds: 3600,
    passphrase: PASSPHRASE,
    makeAdmin: false,
  });
  const pass = issued.value as { readonly text: string; readonly qr: string };
  text = pass.text;
  holder.close();

  page = await (await browser.newContext({ locale: 'en' })).newPage();
  page.setDefaultTimeout(15_000);
  noteComplaints(page, complaints);
  await page.setContent(`<style>body{margin:0}svg{display:block;width:339px}</style>${pass.qr}`);
  shown = await page.locator('svg').screenshot();
  await page.goto(app.ready.url);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await button('Add account').click();
  await button(/I was given a pass/).click();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await service.stop();
});

describe('a pass as a picture', () => {
  it('is read from a saved picture of the code', async () => {
    await give('code.png', 'image/png', shown);
    await page.getByText('The pass was read.').waitFor();
    expect(await field().inputValue()).toBe(text);
  });

  it('is read from a pasted screenshot, and opens with the passphrase', async () => {
    await field().fill('');
    await paste(shown);
    await page.getByText('The pass was read.').waitFor();
    expect(await field().inputValue()).toBe(text);
    await page.getByLabel('Passphrase of the pass', { exact: true }).fill(PASSPHRASE);
    await button('Look at it').click();
    await page.getByText('Speak, Mute').waitFor();
  });

  it.each([0, 8, -20])('is read from a photo at %i degrees', async (degrees) => {
    await give('photo.jpg', 'image/jpeg', await photo(degrees));
    await page.getByText('The pass was read.').waitFor();
    expect(await field().inputValue()).toBe(text);
  });
});

describe('a picture that is no good', () => {
  const empty = () =>
    page.evaluate(async () => {
      const canvas = new OffscreenCanvas(300, 300);
      canvas.getContext('2d')?.fillRect(0, 0, 100, 100);
      return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
    });
  const huge = (): Buffer => {
    const bytes = Buffer.from(shown);
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    return bytes;
  };
  it.each([
    ['without any code', empty, /No QR code/],
    ['that is cut', async () => shown.subarray(0, 60), /cannot be opened/],
    ['that says it has 3 600 megapixels', async () => huge(), /too big/],
    ['that is something else', async () => Buffer.from('<svg/>'), /cannot be opened/],
  ])('%s is told so, and nothing is put into the field', async (_name, make, says) => {
    await give('picture.png', 'image/png', await make());
    await page.getByText(says).waitFor();
    expect(await field().inputValue()).toBe('');
  });

  it('was no trouble to the page', () => {
    expect(complaints).toEqual([]);
  });
});
