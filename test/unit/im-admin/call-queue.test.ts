import { expect, test } from 'vitest';
import { type CallQueue, createCallQueue, type Place } from '../../../main/core/im-admin/call-queue.ts';
import { type Command, commands } from '../../../main/core/im-admin/command.ts';
import type { Priority } from '../../../main/core/im-admin/priority.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Call = { name: string; at: number; place: Place };

const setUp = () => {
  const clock = createManualClock({ start: 0 });
  const queue = createCallQueue(clock);
  const gone: Call[] = [];
  const ask = (name: string, command: Command, priority: Priority, signal?: AbortSignal): Promise<string> =>
    queue.enter(command, priority, signal).then((place) => {
      if (typeof place === 'string') return place;
      gone.push({ name, at: clock.now(), place });
      return 'went';
    });
  /** Gives every place back, as calls that take no time would. */
  const finishAll = async (): Promise<void> => {
    let count: number;
    do {
      count = gone.length;
      for (const call of gone) call.place.release();
      await settle();
    } while (gone.length > count);
  };
  return { clock, queue, gone, ask, finishAll };
};

const drain = async (clock: ManualClock, queue: CallQueue, finishAll: () => Promise<void>): Promise<void> => {
  await finishAll();
  while (queue.waiting() > 0) {
    clock.advance(50);
    await finishAll();
  }
};

test('a mute goes before a thousand mutes of a bulk job that came first', async () => {
  const { clock, gone, ask, queue, finishAll } = setUp();
  for (let index = 0; index < 1000; index += 1) void ask(`bulk${index}`, commands.forbidSendMsg, 'bulk');
  await settle();
  void ask('the mute', commands.forbidSendMsg, 'urgent');
  await settle();
  const before = gone.findIndex(({ name }) => name === 'the mute');
  expect(before).toBeGreaterThanOrEqual(0);
  expect(before).toBeLessThan(40);
  await drain(clock, queue, finishAll);
  expect(gone).toHaveLength(1001);
});

test('a mute finds room in the rate that a bulk job has used up, and a place beside calls that hang', async () => {
  const { clock, gone, ask, finishAll } = setUp();
  for (let index = 0; index < 400; index += 1) void ask('bulk', commands.forbidSendMsg, 'bulk');
  await finishAll();
  const used = gone.length;
  expect(used).toBe(160);
  void ask('mute', commands.forbidSendMsg, 'urgent');
  await settle();
  expect(gone.at(-1)).toMatchObject({ name: 'mute', at: clock.now() });
});

test('a bulk job whose calls hang leaves places for others', async () => {
  const { gone, ask } = setUp();
  for (let index = 0; index < 100; index += 1) void ask('bulk', commands.addDirtyWords, 'bulk');
  for (let index = 0; index < 100; index += 1) void ask('normal', commands.getGroupInfo, 'normal');
  for (let index = 0; index < 10; index += 1) void ask('mute', commands.forbidSendMsg, 'urgent');
  await settle();
  const count = (name: string): number => gone.filter((call) => call.name === name).length;
  expect([count('bulk'), count('normal'), count('mute')]).toEqual([6, 14, 10]);
});

test.each([
  ['forbid_send_msg', commands.forbidSendMsg, 200, 1000],
  ['multiaccount_import', commands.multiaccountImport, 100, 1000],
  ['account_check', commands.accountCheck, 100, 1000],
  ['the old word list', commands.getDirtyWords, 100, 1000],
  ['get_appid_group_list', commands.getAppidGroupList, 1, 1000],
  ['send_broadcast_msg', commands.sendBroadcastMsg, 1, 1000],
])(
  '%s is never called more often than the service allows in any second',
  async (_, command, calls, perMs) => {
    const { clock, queue, gone, ask, finishAll } = setUp();
    const wanted = calls * 3;
    for (let index = 0; index < wanted; index += 1) void ask('call', command, 'urgent');
    await drain(clock, queue, finishAll);
    const times = gone.map(({ at }) => at);
    expect(times).toHaveLength(wanted);
    const worst = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length),
    );
    expect(worst).toBe(calls);
    expect(clock.now()).toBeLessThan(4000);
  },
);

test('a call whose answer takes long counts until a second after the answer, for nobody knows when it was counted', async () => {
  const { clock, gone, ask } = setUp();
  void ask('slow', commands.getAppidGroupList, 'normal');
  void ask('next', commands.getAppidGroupList, 'normal');
  await settle();
  clock.advance(3000);
  await settle();
  expect(gone).toHaveLength(1);
  gone[0]?.place.release();
  clock.advance(1000);
  await settle();
  expect(gone).toHaveLength(1);
  clock.advance(10);
  await settle();
  expect(gone.map(({ at }) => at)).toEqual([0, 4010]);
});

test('calls of equal priority go in the order in which they came', async () => {
  const { gone, ask, finishAll } = setUp();
  for (let index = 0; index < 60; index += 1)
    void ask(String(index), index % 2 === 0 ? commands.getGroupInfo : commands.getMembers, 'normal');
  await finishAll();
  expect(gone.map(({ name }) => Number(name))).toEqual(Array.from({ length: 60 }, (_, index) => index));
});

test('a command that the service slowed down waits, and the others do not', async () => {
  const { clock, queue, gone, ask, finishAll } = setUp();
  queue.pause(commands.forbidSendMsg, 2000);
  void ask('mute', commands.forbidSendMsg, 'urgent');
  void ask('ban', commands.banGroupMember, 'urgent');
  await settle();
  expect(gone.map(({ name }) => name)).toEqual(['ban']);
  clock.advance(1999);
  await finishAll();
  expect(gone).toHaveLength(1);
  clock.advance(1);
  await finishAll();
  expect(gone.map(({ name }) => name)).toEqual(['ban', 'mute']);
});

test('an app that the service slowed down sends nothing until the pause is over', async () => {
  const { clock, queue, gone, ask, finishAll } = setUp();
  queue.pause('all', 1000);
  void ask('mute', commands.forbidSendMsg, 'urgent');
  await finishAll();
  expect(gone).toEqual([]);
  clock.advance(1000);
  await finishAll();
  expect(gone).toHaveLength(1);
});

test('a cancelled call leaves the queue at once and takes none of the rate', async () => {
  const { clock, gone, ask, queue, finishAll } = setUp();
  void ask('first', commands.getAppidGroupList, 'normal');
  const controller = new AbortController();
  const second = ask('second', commands.getAppidGroupList, 'normal', controller.signal);
  void ask('third', commands.getAppidGroupList, 'normal');
  await finishAll();
  controller.abort();
  expect(await second).toBe('cancelled');
  clock.advance(1100);
  await finishAll();
  expect(gone.map(({ name }) => name)).toEqual(['first', 'third']);
  expect(await ask('fourth', commands.getAppidGroupList, 'normal', AbortSignal.abort())).toBe('cancelled');
  expect(queue.waiting()).toBe(0);
});

test('a closed queue turns everybody away and leaves no timer', async () => {
  const { clock, queue, ask } = setUp();
  void ask('first', commands.getAppidGroupList, 'normal');
  const second = ask('second', commands.getAppidGroupList, 'normal');
  await settle();
  queue.dispose();
  expect(await second).toBe('closed');
  expect(await ask('third', commands.getAppidGroupList, 'normal')).toBe('closed');
  expect(clock.pending()).toBe(0);
});

test('a place given back twice counts once', async () => {
  const { gone, ask } = setUp();
  for (let index = 0; index < 10; index += 1) void ask('bulk', commands.addDirtyWords, 'bulk');
  await settle();
  gone[0]?.place.release();
  gone[0]?.place.release();
  await settle();
  expect(gone).toHaveLength(7);
});

test('a clock that is set back delays no call', async () => {
  const { clock, queue, gone, ask, finishAll } = setUp();
  void ask('first', commands.getAppidGroupList, 'normal');
  await finishAll();
  queue.pause(commands.forbidSendMsg, 2000);
  clock.set(-600_000);
  void ask('next', commands.getAppidGroupList, 'normal');
  void ask('mute', commands.forbidSendMsg, 'urgent');
  clock.advance(2000);
  await finishAll();
  expect(gone.map(({ name }) => name)).toEqual(['first', 'next', 'mute']);
});
