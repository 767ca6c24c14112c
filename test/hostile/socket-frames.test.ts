import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { topics } from '../../main/contract/state.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { keyHolder } from '../support/key-holder.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { connectPanel, type PanelClient } from '../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';
import { type SocketProxy, startSocketProxy } from '../support/socket-proxy.ts';
import { type SureCall, sureCall } from '../support/typed-call.ts';
import { frameSpoilings, spoilInTurn } from './frame-spoiling.ts';

/** The real SDK in the real feed process of a real Livedeck; what the service says to it is spoilt on the way. */
const ROOM = 'night-show';
/** Frames that are spoilt before it must come right again; fewer where the line stands still for them. */
const HANDFUL = 20;
const LONGEST_SPELL_MS = 12_000;
const RECOVERS_MS = 45_000;

const dataDir = temporaryDir();
let service: Rehearsal;
let app: Livedeck;
let proxy: SocketProxy;
let client: PanelClient;
let call: SureCall;
beforeAll(async () => {
  [service, app] = await Promise.all([
    startRehearsal(['--seed', '9', '--audience', 'off', '--room-cap', '100000']),
    startLivedeck(['--data-dir', dataDir, '--port', '0']),
  ]);
  await service.controlCall('settings', { pollingIntervalMs: 20, pollingIdleMs: 20 });
  proxy = await startSocketProxy(service.socket);
  client = await connectPanel(app.ready.url);
  call = sureCall(() => client);
  const { accountId } = await call('account:add', {
    ...keyHolder(service),
    address: { rest: service.rest, socket: proxy.url },
  });
  await call('room:open', { accountId, roomId: ROOM });
});
afterAll(async () => {
  client.close();
  await app.stop();
  await proxy.stop();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const say = (text: string) =>
  service.controlCall('say', { roomId: ROOM, userId: 'calm', nick: 'Calm viewer', text, priority: 'High' });

const heard = (text: string): boolean => JSON.stringify(client.heard).includes(text);

/** Somebody goes on speaking; what is said must be in the panel's feed before long. */
const comesThrough = async (text: string): Promise<void> => {
  client.heard.length = 0;
  let times = 0;
  await expect
    .poll(
      async () => {
        times += 1;
        await say(`${text} ${times}`);
        return heard(text);
      },
      { timeout: RECOVERS_MS, interval: 250 },
    )
    .toBe(true);
};

const roomsState = async () =>
  Object.values(topics.rooms.parse((await call('state:get', { topic: 'rooms' })).value)).map(
    ({ connection }) => connection.state,
  );

/** What Livedeck wrote of bugs of its own. */
const bugs = (): readonly string[] =>
  readFileSync(join(dataDir, 'livedeck.log'), 'utf8')
    .split('\n')
    .filter((line) => /uncaught|unhandled|ill-formed/.test(line));

it('the feed comes as it is while nothing is spoilt', () => comesThrough('before all'));

const rounds = Array.from({ length: fuzzRuns(1) }, (_, round) => round);

it.each(rounds)(
  'whatever the service says, the feed comes back by itself and nothing of the bad stays (%i)',
  async (round) => {
    const { change, left } = spoilInTurn(fc.sample(frameSpoilings, { seed: round + 1, numRuns: HANDFUL }));
    proxy.setChange(change);
    const end = Date.now() + LONGEST_SPELL_MS;
    while (left() > 0 && Date.now() < end) {
      await say(`while spoilt ${round}`);
      await new Promise((next) => setTimeout(next, 50));
    }
    expect(left()).toBeLessThan(HANDFUL);
    proxy.setChange(undefined);
    await comesThrough(`right again ${round}`);
    await expect.poll(roomsState, { timeout: RECOVERS_MS }).toEqual(['live']);
    expect(bugs()).toEqual([]);
  },
  3 * RECOVERS_MS,
);
