import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appError } from '../../main/contract/app-error.ts';
import type { PanicRoom } from '../../main/contract/models/panic.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtPanel as built } from '../support/panel-host/built-panel.ts';
import { type OpenPanel, openPanel } from '../support/panel-host/open-panel.ts';
import { roomKeyOf } from '../support/panel-host/world.ts';

const shots = process.env.LIVEDECK_SHOTS;
const error = appError(
  'refused-by-service',
  {
    en: 'The service refused: this account is not an admin of the room.',
    'zh-CN': '服务端拒绝：该账号不是房间管理员。',
  },
  { vendor: { code: 10007, info: 'insufficient privileges' } },
);
const room = (roomId: string, name: string, state: PanicRoom['state']): PanicRoom => ({
  roomKey: roomKeyOf(roomId),
  name,
  before: false,
  entryId: roomId,
  state,
  ...(state === 'locked' ? {} : { error }),
});

let browser: Browser;
let open: OpenPanel;

const shoot = async (name: string) => {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await open.page.screenshot({ path: join(shots, `panic-${name}.png`) });
};

describe('the panic band', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    open = await openPanel(browser, built.folder, { rooms: ['night-show', 'market'] });
  });
  afterAll(async () => {
    await open.close();
    await browser.close();
  });

  const band = () => open.page.getByRole('region', { name: 'Panic' });

  it('says which room could not be muted and why, and tries again at a press', async () => {
    const rooms = [room('night-show', 'Night show', 'locked'), room('market', '夜市直播间', 'failed')];
    open.host.state.patch('panic', { on: true, since: Date.now() - 65_000, rooms });
    await band().getByText('everybody muted in 1 room').waitFor();
    await band().getByText('Not muted: 夜市直播间').waitFor();
    await band().getByText('this account is not an admin of the room').waitFor();
    await shoot('failed');
    await band().getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => open.host.seen.at(-1)).toEqual({ call: 'panic:set', input: { on: true } });
  });

  it('says after its end which room is still muted, until that is put away', async () => {
    open.host.state.patch('panic', { on: false, rooms: [room('market', '夜市直播间', 'still-locked')] });
    await band().getByText('Still muted: 夜市直播间').waitFor();
    await shoot('left');
    await band().getByRole('button', { name: 'Put away' }).click();
    await expect.poll(() => open.host.seen.at(-1)).toEqual({ call: 'panic:dismiss', input: {} });
    expect(open.complaints).toEqual([]);
  });
});
