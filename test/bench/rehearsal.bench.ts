import { signIn } from '../integration/rehearsal/sdk-client.ts';
import { startRehearsal } from '../support/rehearsal.ts';
import { finish } from './outcome.ts';
import { openSender, pace } from './sender.ts';

/**
 * What the rehearsal service bears: one room at 5 000 offered messages a second, and twenty rooms at the cap read by
 * one client of the real SDK. Run with `node test/bench/rehearsal.bench.ts`; the last line is JSON.
 */

type Reading = {
  readonly seconds: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly cpuPercent: number;
  readonly rssMb: number;
};

const TEXT = '主播今天状态真好，这把必赢，大家点点关注不迷路哦';
const priorities = ['Normal', 'Normal', 'Low', 'Normal', 'High'] as const;

const flood = async (): Promise<Reading> => {
  const rehearsal = await startRehearsal();
  try {
    const sender = await openSender(rehearsal);
    await sender.join('night-show');
    const say = (index: number): void =>
      sender.say('night-show', index, priorities[index % 5] ?? 'Low', TEXT);
    // A second to let the machine code of the hot paths be made, as in a service that has run for a while.
    await pace(5_000, 1, say);
    await rehearsal.controlCall('metrics/reset', {});
    await pace(5_000, 10, (index) => say(index + 5_000));
    const reading = await rehearsal.controlCall<Reading>('metrics');
    sender.close();
    return reading;
  } finally {
    await rehearsal.stop();
  }
};

const twentyRooms = async (): Promise<Reading & { readonly received: number }> => {
  const rehearsal = await startRehearsal(['--rooms', '20']);
  try {
    const sender = await openSender(rehearsal);
    const reader = await signIn(rehearsal, 'reader');
    for (const roomId of rehearsal.rooms) {
      await sender.join(roomId);
      await reader.chat.joinGroup({ groupID: roomId });
      // The SDK refuses a ninth join within a second (sdk-wire 6.2).
      await new Promise((resolve) => setTimeout(resolve, 140));
    }
    await rehearsal.controlCall('metrics/reset', {});
    const before = reader.messages().length;
    await pace(20 * 40, 10, (index) => {
      sender.say(rehearsal.rooms[index % 20] ?? '', index, 'Normal', TEXT);
    });
    const reading = await rehearsal.controlCall<Reading>('metrics');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const received = reader.messages().length - before;
    sender.close();
    await reader.close();
    return { ...reading, received };
  } finally {
    await rehearsal.stop();
  }
};

const one = await flood();
const twenty = await twentyRooms();
const perSecond = (reading: Reading, name: string): number =>
  Math.round((reading.counts[name] ?? 0) / reading.seconds);
const limits = { loopP99Ms: 50, cpuPercent: 35 };
console.log(
  [
    `one room, 5 000 offered/s: ${perSecond(one, 'offered')} offered/s, ${perSecond(one, 'delivered')} delivered/s, ` +
      `event loop late by p50 ${one.loopDelayMs.p50} ms, p99 ${one.loopDelayMs.p99} ms (limit ${limits.loopP99Ms}), ` +
      `max ${one.loopDelayMs.max} ms, CPU ${one.cpuPercent} %, ${one.rssMb} MB`,
    `20 rooms x 40/s to one SDK client: ${perSecond(twenty, 'delivered')} delivered/s, ${twenty.received} received in all, ` +
      `CPU ${twenty.cpuPercent} % of a core (limit ${limits.cpuPercent}), loop p99 ${twenty.loopDelayMs.p99} ms, ${twenty.rssMb} MB`,
  ].join('\n'),
);
finish({
  bench: 'rehearsal',
  title: 'The rehearsal service',
  measures:
    'What the stand-in service bears: one room with 5 000 offered messages a second, and twenty rooms at 40/s each read by one client of the real SDK.',
  figures: [
    { name: 'One room: offered', value: perSecond(one, 'offered'), unit: '/s' },
    {
      name: 'One room: event loop late, p99',
      value: one.loopDelayMs.p99,
      unit: 'ms',
      limit: { most: limits.loopP99Ms },
    },
    { name: 'One room: processor', value: one.cpuPercent, unit: '% of a core' },
    { name: 'Twenty rooms: delivered', value: perSecond(twenty, 'delivered'), unit: '/s' },
    {
      name: 'Twenty rooms: processor',
      value: twenty.cpuPercent,
      unit: '% of a core',
      limit: { most: limits.cpuPercent },
    },
    { name: 'Twenty rooms: memory', value: twenty.rssMb, unit: 'MB' },
  ],
});
