import { generateKeyPairSync } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousOn } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { byRole } from '../support/by-role.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { lostSocket, noteComplaints } from '../support/note-complaints.ts';
import { isTooWide, textOfPage } from '../support/page-facts.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';

/** A key holder's first evening through all real parts: the product, its service, a browser. */
let service: Rehearsal;
let app: Livedeck;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
const dataDir = temporaryDir();
const PASSPHRASE = 'seven quiet lanterns';

const open = async (url: string): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const next = await context.newPage();
  next.setDefaultTimeout(15_000);
  noteComplaints(next, complaints, lostSocket);
  await next.goto(url);
  return next;
};

const { button, exactButton, field, secret, account } = byRole(() => page);

beforeAll(async () => {
  [service, app, browser] = await Promise.all([
    startRehearsal(['--seed', '7']),
    startLivedeck(['--data-dir', dataDir, '--port', '0']),
    launchBrowser(),
  ]);
  page = await open(app.ready.url);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await service.stop();
});

describe('a key holder', () => {
  it('is led by the first start to the three ways of connecting an app', async () => {
    await button(/Connect your app/).click();
    await button(/I have the app/).waitFor();
    expect(await seriousOn(page)).toEqual([]);
    await button(/My server signs/).waitFor();
    await button(/I was given a pass/).waitFor();
  });

  it('drops a private key on the key check and reads its curve and that it signs', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await button('Key check').click();
    await field('SDKAppID').fill('1400000001');
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'private_key.pem'));
      return transfer;
    }, pem);
    await page.locator('.key-drop').dispatchEvent('drop', { dataTransfer: files });
    await page.getByText('private_key.pem').waitFor();
    await exactButton('Check').click();
    const report = page.getByRole('region', { name: 'Report' });
    await report.getByText('The key signs and verifies.').waitFor();
    await report.getByText('secp256k1', { exact: true }).waitFor();
    await report.getByText('ECDSA-SHA256', { exact: true }).waitFor();
    expect(await page.getByText('private_key.pem').count()).toBe(0);
    expect(await seriousOn(page)).toEqual([]);
  });

  it('is told of every empty field at once, with the cursor in the first', async () => {
    await button('Back to accounts').click();
    await button(/I have the app/).click();
    await button('Check and connect').click();
    expect(await page.getByText('This is needed.').count()).toBe(4);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sdkAppId');
    expect(await seriousOn(page)).toEqual([]);
  });

  it('learns what is wrong with a damaged key, of which nothing stays on the page or in Livedeck', async () => {
    const half = service.secretKey.slice(0, 40);
    await field('SDKAppID').fill(String(service.sdkAppId));
    await secret('SecretKey or private key').fill(half);
    await field('User ID').fill(service.vj);
    await field('Name of this account').fill('Night channel');
    await page.getByText('Admin user, region').click();
    await field('REST address').fill(service.rest);
    await field('Socket address').fill(service.socket);
    await secret('Passphrase').fill('short');
    await button('Check and connect').click();
    await page.getByText('At least 8 characters.').waitFor();
    expect(await secret('SecretKey or private key').inputValue()).toBe(half);
    await secret('Passphrase').fill(PASSPHRASE);
    await button('Check and connect').click();
    await page.getByText('This key does not work.').waitFor();
    await page.getByText(/this has 40/).waitFor();
    expect(await textOfPage(page)).not.toContain(half);
    expect(await textOfPage(page)).not.toContain(PASSPHRASE);
  });

  it('connects with the whole key, of which nothing stays on the page', async () => {
    await secret('SecretKey or private key').fill(service.secretKey);
    await secret('Passphrase').fill(PASSPHRASE);
    await button('Check and connect').click();
    await account(0).getByText('Signed in').waitFor();
    await account(0).getByText('Key behind a passphrase').waitFor();
    const text = await textOfPage(page);
    expect(text).not.toContain(service.secretKey);
    expect(text).not.toContain(PASSPHRASE);
  });

  it('runs the connection test and reads each line of it', async () => {
    await button('Test connection').click();
    const part = page.getByRole('region', { name: 'Connection test' });
    await part.getByText(/It works|checks passed/).waitFor({ timeout: 30_000 });
    expect(await part.getByRole('listitem').count()).toBe(10);
    await part.getByText('The account is an App admin.').waitFor();
    expect(await seriousOn(page)).toEqual([]);
  });
});

describe('the rooms page', () => {
  it('lists the rooms of the app, reached by its key', async () => {
    await page.keyboard.press('Control+4');
    await page.getByText('3 of 3').waitFor();
    expect(await seriousOn(page)).toEqual([]);
  });

  it('copies a room’s ID', async () => {
    await button('Copy the ID night-show').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('night-show');
  });

  it('says how many bytes too long a name is before anything is sent', async () => {
    await button('New room').click();
    await field('Name').fill('很长很长的直播间名称啊啊');
    await page.getByText('At most 30 bytes; this has 36.').waitFor();
    await exactButton('Create room').click();
    await page.getByText('At most 30 bytes; this has 36.').waitFor();
    await field('Name').fill('After hours');
    await page.getByRole('textbox', { name: /^ID/ }).fill('after-hours');
    await exactButton('Create room').click();
    await page.getByText('4 of 4').waitFor();
  });

  it('edits a room, mutes all of it, and shows what the service then says', async () => {
    await button('Edit After hours').click();
    await field('Name').fill('Late hours');
    await button('Save').click();
    const mute = page.getByRole('switch', { name: 'Mute all in Late hours' });
    await mute.click();
    await page.getByText('All muted').waitFor();
    const info = await service.restCall('group_open_http_svc/get_group_info', {
      GroupIdList: ['after-hours'],
    });
    expect(JSON.stringify(info)).toContain('Late hours');
    expect(JSON.stringify(info)).toMatch(/"MuteAllMember":"On"/);
  });

  it('appoints an admin and takes it back', async () => {
    await button('Admins of Late hours').click();
    await field('User ID of the new admin').fill('mod-lin');
    await button('Make admin').click();
    await button('Remove mod-lin as admin').click();
    await page.getByText(/No admins yet/).waitFor();
  });

  it('dissolves a room only after its ID was typed', async () => {
    await button('Dissolve Late hours').click();
    await field('ID of the room').fill('after');
    await button('Dissolve the room').click();
    await page.getByText('That is not the ID of this room.').waitFor();
    expect(await seriousOn(page)).toEqual([]);
    await field('ID of the room').fill('after-hours');
    await button('Dissolve the room').click();
    await page.getByText('3 of 3').waitFor();
  });

  it('opens a room into the deck by its ID', async () => {
    await field('Room ID').fill('night-show');
    await page.locator('form').getByRole('button', { name: 'Open in the deck' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.keyboard.press('Control+4');
    await button(/^In the deck: /).waitFor();
  });
});

describe('a pass', () => {
  let text = '';

  it('is issued as a text and a QR code', async () => {
    await page.keyboard.press('Control+5');
    await button('Passes').click();
    await button('Issue a pass').click();
    await field('User ID').fill('mod-lin');
    await secret('Passphrase of the pass').fill('agreed by voice');
    expect(await seriousOn(page)).toEqual([]);
    await exactButton('Issue').click();
    await page.getByText('The pass is ready').waitFor();
    text = await secret('Pass as text').inputValue();
    expect(text).toMatch(/^LDP1\./);
    const drawn = await page
      .getByRole('img', { name: 'The pass as a QR code' })
      .evaluate((picture) => (picture instanceof HTMLImageElement ? picture.naturalWidth : 0));
    expect(drawn).toBeGreaterThan(0);
    await button('Done').click();
    await button('Revoke the pass of mod-lin').waitFor();
  });

  it('does not open with another passphrase, and says what it allows with the right one', async () => {
    await button('Add account').click();
    await button(/I was given a pass/).click();
    await secret('Pass').fill(text);
    await secret('Passphrase of the pass').fill('guessed by somebody');
    await button('Look at it').click();
    await page.getByRole('alert').locator('code').waitFor();
    await secret('Passphrase of the pass').fill('agreed by voice');
    await button('Look at it').click();
    await page.getByText('Speak, Mute, Recall').waitFor();
    expect(await seriousOn(page)).toEqual([]);
  });

  it('is taken as an account beside the other', async () => {
    await page.getByRole('radio', { name: 'Only until Livedeck closes' }).click();
    await button('Take it').click();
    await account(1).getByText('Signed in').waitFor();
    await account(1).getByText('Valid until').waitFor();
  });

  it('ends when it is revoked', async () => {
    await button('Revoke the pass of mod-lin').click();
    await exactButton('Revoke').click();
    await page.getByText('No pass is out.').waitFor();
    await account(1).getByText('Not signed in').waitFor();
    await account(1).getByRole('button', { name: 'Remove' }).click();
    await button('Remove account').click();
    await expect.poll(() => page.locator('[data-account]').count()).toBe(1);
  });
});

describe('the account', () => {
  it('signs out and in again', async () => {
    await button('Sign out').click();
    await account(0).getByText('Closed').waitFor();
    await button('Sign in').click();
    await account(0).getByText('Signed in').waitFor();
  });

  it('speaks Chinese and fits a narrow window', async () => {
    await page.keyboard.press('Control+,');
    await button('简体中文').click();
    await page.keyboard.press('Control+5');
    await account(0).getByText('密钥由口令加密').waitFor();
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await isTooWide(page)).toBe(false);
    await page.keyboard.press('Control+4');
    await page.getByText('已显示 3 / 3').waitFor();
    expect(await isTooWide(page)).toBe(false);
    expect(await seriousOn(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.keyboard.press('Control+,');
    await button('English').click();
  });

  it('waits for its passphrase after a restart, refuses another, and signs in with the right one', async () => {
    await app.stop();
    app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
    page = await open(app.ready.url);
    await page.getByRole('link', { name: 'Accounts' }).click();
    await account(0).getByText('Locked').waitFor();
    await page.getByRole('link', { name: 'Deck' }).click();
    await page.getByRole('heading', { name: 'Your key is locked' }).waitFor();
    expect(await seriousOn(page)).toEqual([]);
    await secret('Passphrase for Night channel').fill('six quiet lanterns');
    await button('Unlock').click();
    await page.getByRole('alert').locator('code').waitFor();
    await secret('Passphrase for Night channel').fill(PASSPHRASE);
    await button('Unlock').click();
    await page.getByRole('heading', { name: 'Your key is locked' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Accounts' }).click();
    await account(0).getByText('Signed in').waitFor();
    expect(await textOfPage(page)).not.toContain(PASSPHRASE);
  });

  it('is gone for good once it is removed, after one more question', async () => {
    await exactButton('Remove').click();
    await button('Remove account').click();
    await button(/I have the app/).waitFor();
    expect(complaints).toEqual([]);
  });
});
