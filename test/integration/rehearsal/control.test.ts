import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { type SdkClient, signIn } from './sdk-client.ts';

let rehearsal: Rehearsal;
let client: SdkClient;
beforeAll(async () => {
  rehearsal = await startRehearsal();
  client = await signIn(rehearsal, 'ann');
  await client.chat.joinGroup({ groupID: 'night-show' });
});
afterAll(async () => {
  await client.close();
  await rehearsal.stop();
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${rehearsal.control}/${path}`, init);

describe('the control API', () => {
  test('lists what it can do', async () => {
    const { routes } = await rehearsal.controlCall<{
      routes: { method: string; path: string; about: string }[];
    }>('');
    expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'GET /state',
        'POST /faults',
        'POST /say',
        'POST /audience',
        'GET /refusals',
        'POST /kick',
      ]),
    );
    expect(routes.filter(({ about }) => about === '')).toEqual([]);
  });

  test.each([
    ['nonsense', 'GET', undefined, 404, 'no route nonsense; GET / lists them'],
    ['say', 'GET', undefined, 405, 'use POST'],
    ['state', 'POST', '{}', 405, 'use GET'],
    ['say', 'POST', '{', 400, 'the body is not JSON, or larger than 1 MB'],
    ['say', 'POST', '{}', 400, 'roomId: '],
    ['say', 'POST', '{"roomId":"x","userId":"y","text":"z"}', 400, 'no room x'],
    ['audience', 'POST', '{"profile":"loud"}', 400, 'profile: '],
    ['settings', 'POST', '{"edition":"gold"}', 400, 'edition: '],
    ['settings', 'POST', '{"colour":"red"}', 400, 'colour'],
    ['kick', 'POST', '{"userId":"ann","kind":"gently"}', 400, 'kind: '],
  ])('answers %s by %s %s with %i and a reason', async (path, method, body, status, reason) => {
    const response = await ask(path, { method, ...(body === undefined ? {} : { body }) });
    expect(response.status).toBe(status);
    expect(((await response.json()) as { error: string }).error).toContain(reason);
  });

  test('exports all state as JSON, and never the key', async () => {
    await rehearsal.restCall('group_open_http_svc/forbid_send_msg', {
      GroupId: 'night-show',
      Members_Account: ['ann'],
      MuteTime: 4_294_967_295,
    });
    await rehearsal.restCall('openim_dirty_words/add', { DirtyWordsList: ['rotten'] });
    await rehearsal.restCall('group_open_http_svc/update_group_counter', {
      GroupId: 'night-show',
      Mode: 'Set',
      GroupCounter: [{ Key: 'like', Value: 9 }],
    });
    await rehearsal.controlCall('say', { roomId: 'night-show', userId: 'bob', text: 'kept' });
    const text = await (await ask('state')).text();
    const state = JSON.parse(text) as { rooms: Record<string, unknown>[] };
    expect(text).not.toContain(rehearsal.secretKey);
    expect(state).toMatchObject({ sdkAppId: rehearsal.sdkAppId, words: { dirty: ['rotten'] } });
    expect(state.rooms.find((room) => room.id === 'night-show')).toMatchObject({
      mutes: [{ userId: 'ann', until: 4_294_967_295 }],
      counters: { like: 9 },
      members: [
        { userId: 'ann', via: 'poll' },
        { userId: 'bob', via: 'local' },
      ],
      lastMessages: [{ From_Account: 'bob' }],
    });
    await rehearsal.restCall('group_open_http_svc/forbid_send_msg', {
      GroupId: 'night-show',
      Members_Account: ['ann'],
      MuteTime: 0,
    });
  });

  test('tells connected clients of new settings at once', async () => {
    const heard = client.nextEvent('SERVER_CONFIG_UPDATED');
    await rehearsal.controlCall('settings', { pollingIntervalMs: 123 });
    await heard;
    const interval = (await client.chat.callExperimentalAPI('getServerConfig', 'polling_interval')) as {
      data: unknown;
    };
    expect(interval).toMatchObject({ data: '123' });
  });

  test('switches features off for connected clients', async () => {
    // Clients hear of it a moment after the control call has its answer.
    const outcome = () =>
      client.chat.setGroupCounters({ groupID: 'night-show', counters: { a: 1 } }).then(
        ({ data }) => data.counters,
        ({ code }) => code,
      );
    await rehearsal.controlCall('settings', { purchaseBits: '0' });
    await expect.poll(outcome).toBe(3122);
    await rehearsal.controlCall('settings', { purchaseBits: '' });
    await expect.poll(outcome).toEqual({ a: 1 });
  });

  test('measures: what was asked, said and dropped, the delay of the event loop and the CPU', async () => {
    await rehearsal.controlCall('metrics/reset', {});
    await rehearsal.controlCall('say', { roomId: 'flash-sale', userId: 'bob', text: 'count me' });
    const reading = await rehearsal.controlCall<{ counts: Record<string, number> }>('metrics');
    // The join of a speaker is told too.
    expect(reading.counts).toMatchObject({ offered: 2, delivered: 2, dropped: 0 });
    expect(reading).toMatchObject({
      loopDelayMs: { p99: expect.any(Number) },
      cpuPercent: expect.any(Number),
    });
  });
});
