import { rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { keyHolder } from '../../support/key-holder.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../../support/livedeck.ts';
import { connectPanel, type PanelClient } from '../../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { sureCall } from '../../support/typed-call.ts';

/** Two consoles in one room: what the one says when it is closed, the other shows. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Seat = {
  readonly app: Livedeck;
  readonly client: PanelClient;
  readonly call: ReturnType<typeof sureCall>;
};

/** Whether an event said all of this. */
const isHeard = ({ heard }: Pick<PanelClient, 'heard'>, name: string, ...parts: readonly string[]): boolean =>
  heard.some(({ event, payload }) => {
    const text = event === name ? JSON.stringify(payload) : '';
    return text !== '' && parts.every((part) => text.includes(part));
  });

const heard = (client: PanelClient, name: string, ...parts: readonly string[]): Promise<true> =>
  client.until(() => isHeard(client, name, ...parts) || undefined);

const sitDown = async (service: Rehearsal, userId: string, rooms: readonly string[]): Promise<Seat> => {
  const dataDir = temporaryDir();
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  const client = await connectPanel(app.ready.url);
  closing.push(async () => {
    client.close();
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const call = sureCall(() => client);
  const { accountId } = await call('account:add', { ...keyHolder(service), userId });
  for (const roomId of rooms) {
    await call('room:open', { accountId, roomId });
    await heard(client, 'state:patch', '"topic":"rooms"', `"roomId":"${roomId}"`, '"state":"live"');
  }
  return { app, client, call };
};

describe('closing the console', () => {
  test('tells the rooms that were open, and no other, that the VJ has left, where that is wished', async () => {
    const service = await startRehearsal(['--seed', '3', '--rooms', '3', '--audience', 'off']);
    closing.push(() => service.stop());
    const [first = '', second = '', third = ''] = service.rooms;
    const watcher = await sitDown(service, 'watcher', [first, second, third]);
    const vj = await sitDown(service, service.vj, [first, second]);
    await vj.call('settings:set', { patch: { sayLeft: true, leftText: 'Good night' } });
    expect(await vj.app.stop()).toBe(0);
    await heard(watcher.client, 'feed:batch', `/${first}"`, 'Good night');
    await heard(watcher.client, 'feed:batch', `/${second}"`, 'Good night');
    expect(isHeard(watcher.client, 'feed:batch', `/${third}"`, 'Good night')).toBe(false);
  });

  test('says nothing where nobody wished it', async () => {
    const service = await startRehearsal(['--seed', '3', '--rooms', '1', '--audience', 'off']);
    closing.push(() => service.stop());
    const [first = ''] = service.rooms;
    const watcher = await sitDown(service, 'watcher', [first]);
    const vj = await sitDown(service, service.vj, [first]);
    await vj.call('settings:set', { patch: { sayLeft: false, leftText: 'Good night' } });
    expect(await vj.app.stop()).toBe(0);
    await service.controlCall('say', { roomId: first, userId: 'guest', nick: 'guest', text: 'after that' });
    await heard(watcher.client, 'feed:batch', 'after that');
    expect(isHeard(watcher.client, 'feed:batch', `/${first}"`, 'Good night')).toBe(false);
  });
});
