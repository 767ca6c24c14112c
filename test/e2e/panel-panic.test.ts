import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';

/** What a viewer is told in a room where everybody is muted (tencent-im A2). */
const MUTED = 10017;
const shots = process.env.LIVEDECK_SHOTS;

let app: Livedeck;
let browser: Browser;
let panel: Page;
let overlay: Page;

const say = async (text: string): Promise<number> => {
  const answer = await fetch(`${app.ready.rehearsal?.control ?? ''}/say`, {
    method: 'POST',
    body: JSON.stringify({ roomId: 'night-show', userId: 'viewer-1', nick: '小雨', text }),
  });
  return ((await answer.json()) as { readonly code: number }).code;
};

const shoot = async (name: string) => {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await panel.screenshot({ path: join(shots, `panic-${name}.png`) });
};

const band = () => panel.getByRole('region', { name: 'Panic' });
const feed = () => panel.getByLabel(/^Comments in/);

describe('a VJ whose room is raided', () => {
  beforeAll(async () => {
    app = await startLivedeck([
      '--data-dir',
      temporaryDir(),
      '--port',
      '0',
      '--rehearse',
      'calm',
      '--seed',
      '3',
    ]);
    browser = await launchBrowser();
    panel = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en' });
    await panel.goto(app.ready.url);
    overlay = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await overlay.goto(app.ready.overlayUrl);
    await panel.bringToFront();
    await panel.getByText('Live', { exact: true }).waitFor();
    await panel.getByText('On air', { exact: true }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it('pins the selected comment with P and takes it down with P', async () => {
    await say('Pin me please 置顶');
    await feed().getByText('Pin me please 置顶', { exact: true }).click();
    await panel.keyboard.press('p');
    await panel.getByRole('button', { name: 'Take the pinned comment down' }).waitFor();
    await shoot('pinned');
    await panel.keyboard.press('p');
    await expect
      .poll(() => panel.getByRole('button', { name: 'Take the pinned comment down' }).count())
      .toBe(0);
    await panel.keyboard.press('Escape');
  });

  it('sees who is about to go on air, sets how long they wait, and keeps one off with X', async () => {
    await panel.getByLabel('How long comments wait before they go on air').selectOption('10');
    await say('stop me before the air');
    const strip = panel.getByRole('region', { name: /^Air lock/ });
    await strip.getByText('stop me before the air').waitFor();
    await shoot('air-lock');
    await strip.getByRole('button', { name: /stop me before the air/ }).click();
    await expect.poll(() => strip.getByText('stop me before the air').count()).toBe(0);
    await say('and me, too');
    await strip.getByText('and me, too').waitFor();
    await strip.getByText('Air lock', { exact: true }).click();
    // The audience may be ahead in the queue: each press keeps off whoever is next.
    const pressed = async () => {
      await panel.keyboard.press('x');
      return strip.getByText('and me, too').count();
    };
    await expect.poll(pressed).toBe(0);
    expect(await overlay.getByText(/stop me before the air|and me, too/).count()).toBe(0);
    await panel.getByLabel('How long comments wait before they go on air').selectOption('0');
  });

  it('locks everything down with Shift+Esc, also while typing', async () => {
    await panel.getByRole('textbox', { name: /night show/i }).click();
    await panel.keyboard.press('Shift+Escape');
    await band().getByText('everybody muted in 1 room').waitFor();
    expect(await say('raid raid raid')).toBe(MUTED);
    await panel.getByText('Blank', { exact: true }).waitFor();
    await shoot('on');
  });

  it('shows the same in Chinese', async () => {
    const chinese = await browser.newPage({ viewport: { width: 1000, height: 700 }, locale: 'zh-CN' });
    await chinese.goto(app.ready.url);
    await chinese.getByRole('region', { name: '紧急状态' }).getByText('1 个房间全员禁言').waitFor();
    if (shots !== undefined) await chinese.screenshot({ path: join(shots, 'panic-chinese.png') });
    await chinese.keyboard.press('Control+2');
    await chinese.getByText('原因：紧急状态').waitFor();
    await chinese.close();
    await panel.bringToFront();
  });

  it('ends it with the same key, and everybody speaks again', async () => {
    await panel.keyboard.press('Shift+Escape');
    await expect.poll(() => band().count()).toBe(0);
    expect(await say('we are back')).toBe(0);
    await panel.getByText('On air', { exact: true }).waitFor();
    await overlay.getByText('we are back').first().waitFor();
  });

  it('blanks the picture with one button and brings it back', async () => {
    await panel.getByRole('button', { name: /^Blank now/ }).click();
    await panel.getByRole('button', { name: /^Back on air/ }).click();
    await panel.getByRole('button', { name: /^Blank now/ }).waitFor();
  });
});
