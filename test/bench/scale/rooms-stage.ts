import { rmSync } from 'node:fs';
import { keyHolder } from '../../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../../support/livedeck.ts';
import { openPage } from '../../support/open-page.ts';
import { connectPanel } from '../../support/panel-client.ts';
import { startRehearsal } from '../../support/rehearsal.ts';
import { sureCall } from '../../support/typed-call.ts';
import { browserPid, cpuOf, memoryOfTree, wait } from '../browser-cost.ts';
import { rounded } from '../figures.ts';
import { openSender, pace } from '../sender.ts';

export type Load = { readonly rooms: number; readonly perSecond: number };
export type Reading = Load & {
  /** Main and feed process, per cent of one core. */
  readonly consoleCpu: number;
  /** The browser with the panel, per cent of one core. */
  readonly panelCpu: number;
  readonly consoleMb: number;
  readonly panelMb: number;
  /** Share of what was sent that was in Livedeck when it was looked; below 1 the machine no longer keeps up. */
  readonly arrived: number;
};

const WARM_UP_S = 3;
const MEASURED_S = 8;
const TEXTS = [
  '主播今天状态真好，这把必赢',
  'that was the cleanest combo so far',
  '666',
  '请问这件多少钱？有没有蓝色的',
  'hello from the night shift',
] as const;

type Count = { readonly counts: { readonly delivered: number } };

/** So many rooms in one Livedeck with its panel open, and a sender that holds a rate in each of them. */
export const openRoomsStage = async (rooms: number) => {
  const dataDir = temporaryDir();
  const service = await startRehearsal(['--seed', '7', '--rooms', String(rooms), '--audience', 'off']);
  await service.controlCall('settings', { roomCap: 100_000 });
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  const client = await connectPanel(app.ready.url);
  const call = sureCall(() => client);
  const { accountId } = await call('account:add', keyHolder(service));
  for (const roomId of service.rooms) await call('room:open', { accountId, roomId });
  await client.until((heard) => {
    const live = new Set<string>();
    for (const { event, payload } of heard) {
      if (event !== 'state:patch') continue;
      const { topic, patch } = payload as { readonly topic: string; readonly patch: Record<string, unknown> };
      for (const [key, room] of Object.entries(topic === 'rooms' ? patch : {}))
        if ((room as { connection?: { state: string } } | null)?.connection?.state === 'live') live.add(key);
    }
    return live.size >= rooms ? true : undefined;
  });
  const panel = await openPage(app.ready.url, { width: 1920, height: 1080 });
  const panelPid = await browserPid(panel.browser);
  const sender = await openSender(service);
  for (const roomId of service.rooms) await sender.join(roomId);
  let sent = 0;
  const say = () => {
    sent += 1;
    sender.say(service.rooms[sent % rooms] ?? '', sent, 'Normal', `${TEXTS[sent % TEXTS.length]} ${sent}`);
  };
  let taken = 0;
  client.socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as {
      readonly event?: string;
      readonly payload?: { items: unknown[] };
    };
    if (frame.event === 'feed:batch') taken += frame.payload?.items.length ?? 0;
  });

  return {
    read: async (perSecond: number): Promise<Reading> => {
      const flow = pace(perSecond * rooms, WARM_UP_S + MEASURED_S, say);
      await wait(WARM_UP_S * 1000);
      const before = { taken, delivered: (await service.controlCall<Count>('metrics')).counts.delivered };
      const [consoleCpu, panelCpu] = await Promise.all([
        cpuOf(app.pid, MEASURED_S * 1000),
        cpuOf(panelPid, MEASURED_S * 1000),
      ]);
      const delivered = (await service.controlCall<Count>('metrics')).counts.delivered - before.delivered;
      const arrived = (taken - before.taken) / delivered;
      await flow;
      return {
        rooms,
        perSecond,
        consoleCpu: rounded(consoleCpu),
        panelCpu: rounded(panelCpu),
        consoleMb: rounded(memoryOfTree(app.pid)),
        panelMb: rounded(memoryOfTree(panelPid)),
        arrived: rounded(Math.min(1, arrived), 2),
      };
    },
    close: async () => {
      sender.close();
      client.close();
      await panel.browser.close();
      await app.stop();
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
