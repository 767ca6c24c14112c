import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallName, callNames, calls } from '../../main/contract/calls.ts';
import { resultSchema } from '../../main/contract/panel-wire.ts';
import { ok } from '../../main/contract/result.ts';
import { createRouter, type Handlers } from '../../main/core/router.ts';
import { createLogKeeper } from '../integration/im-admin/connect.ts';
import { fakeContents } from '../support/electron-windows.ts';
import { hostileValue, STRAY_KEY } from '../support/fuzz/hostile-values.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { doors, type HostDoor, openDesktopIpc } from './hosts.ts';
import { shapedInput, spoiltInput } from './input-arbitraries.ts';

/** What got as far as a handler. */
const reached: { readonly call: CallName; readonly input: unknown }[] = [];
const { log, lines } = createLogKeeper();

/** Handlers that only note what reaches them: this suite is about the doors before them. */
const noting = Object.fromEntries(
  callNames.map((call) => [
    call,
    (input: unknown) => {
      reached.push({ call, input });
      return ok({});
    },
  ]),
) as unknown as Handlers;
const router = createRouter(noting, log);

const takes = (call: CallName, input: unknown): boolean => calls[call].input.safeParse(asJson(input)).success;
/** As the wire of either host brings it: without `undefined`, and with `__proto__` as a field. */
const asJson = (input: unknown): unknown =>
  input === undefined ? undefined : JSON.parse(JSON.stringify(input));

/** Sends one input and says whether it was answered as the contract demands. */
const judge = async (door: HostDoor, call: CallName, input: unknown): Promise<void> => {
  reached.length = 0;
  const answer = resultSchema.parse(await door.call(call, asJson(input)));
  if (!calls[call].callers.some((caller) => caller === 'panel')) {
    expect(answer).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(not-allowed|invalid-input)$/) },
    });
    expect(reached).toEqual([]);
    return;
  }
  if (takes(call, input)) {
    expect(answer).toEqual({ ok: true, value: {} });
    expect(reached).toEqual([{ call, input: calls[call].input.parse(asJson(input)) }]);
    return;
  }
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(reached).toEqual([]);
  const said = JSON.stringify(answer);
  expect(said).not.toContain(STRAY_KEY.slice(0, 41));
  expect(said.length).toBeLessThan(2_000);
};

describe.each(doors)('the %s host', (_host, open) => {
  let door: HostDoor;
  beforeAll(async () => {
    door = await open(router);
  });
  afterAll(() => door.close());

  it.each(callNames)(
    '%s takes what its schema takes, and refuses anything else with a reason',
    async (call) => {
      await fc.assert(
        fc.asyncProperty(shapedInput(call), (input) => judge(door, call, input)),
        { numRuns: fuzzRuns(10) },
      );
      await fc.assert(
        fc.asyncProperty(spoiltInput(call), (input) => judge(door, call, input)),
        { numRuns: fuzzRuns(25) },
      );
      await fc.assert(
        fc.asyncProperty(hostileValue, (input) => judge(door, call, input)),
        { numRuns: fuzzRuns(25) },
      );
      expect(Reflect.get({}, 'isAdmin')).toBe(undefined);
    },
  );

  it.each(callNames)('%s refuses a field that it does not know, and names none', async (call) => {
    const [valid] = fc.sample(
      shapedInput(call).filter((input) => takes(call, input)),
      { numRuns: 1, seed: 7 },
    );
    await judge(door, call, { ...(valid as object), [STRAY_KEY]: 1 });
    expect(takes(call, { ...(valid as object), [STRAY_KEY]: 1 })).toBe(false);
  });

  it.each([
    '',
    '__proto__',
    'constructor',
    'toString',
    'call',
    'state:get ',
    'STATE:GET',
    'x'.repeat(50_000),
    STRAY_KEY,
  ])('a call that does not exist is answered and goes nowhere (%#)', async (name) => {
    reached.length = 0;
    const answer = await door.call(name, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(answer)).not.toContain(STRAY_KEY);
    expect(reached).toEqual([]);
  });
});

it.each(callNames)('%s is done for the windows it names and for no other', async (call) => {
  const callers: readonly string[] = calls[call].callers;
  for (const caller of ['panel', 'overlay'] as const) {
    reached.length = 0;
    const [input] = fc.sample(shapedInput(call), 1);
    const answer = await router.call(caller, call, input);
    if (callers.includes(caller)) continue;
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(reached).toEqual([]);
  }
});

describe('the desktop’s IPC', () => {
  const { invoke, panel, event } = openDesktopIpc(router);
  const stranger = fakeContents('app://panel/');
  const elsewhere = { ...panel.mainFrame, url: 'https://example.test/' };
  const events: readonly (readonly [string, unknown])[] = [
    ['a window that is no panel', { sender: stranger.contents, senderFrame: stranger.mainFrame }],
    ['a frame inside the panel', { sender: panel.contents, senderFrame: { url: 'app://panel/' } }],
    ['the panel’s frame on another page', { sender: panel.contents, senderFrame: elsewhere }],
    ['a frame that is gone', { sender: panel.contents, senderFrame: null }],
  ];

  it.each(events)('does nothing for %s', async (_who, from) => {
    reached.length = 0;
    for (const call of callNames)
      expect(await invoke(from, call, {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(reached).toEqual([]);
  });

  it('answers what only structured clones can carry, and a name that is no text', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const odd = [
      circle,
      new Map([['topic', 'app']]),
      new Date(),
      10n,
      new Uint8Array(3),
      [undefined],
      Number.NaN,
    ];
    for (const call of callNames)
      for (const input of odd)
        expect(resultSchema.parse(await invoke(event, call, input))).not.toMatchObject({
          error: { code: 'internal' },
        });
    for (const name of [undefined, null, 7, {}, ['state:get', 1], circle])
      expect(await invoke(event, name, {})).toMatchObject({ ok: false });
  });
});

afterAll(() => {
  // No input was a bug's occasion.
  expect(lines).toEqual([]);
});
