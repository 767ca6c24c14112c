import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { obsCheckIds, obsCheckSchema } from '../../../main/contract/models/obs.ts';
import { addItem } from '../../support/obs-server/world.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, is, type ObsRig, obsPage } from './obs-rig.ts';

/** Every wait of the product is cut to a tenth: what is tested is that it ends, not how long it takes. */
const fastClock = {
  now: () => Date.now() * 10,
  monotonic: () => performance.now() * 10,
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms / 10),
  clearTimeout,
};

let server: ObsServer;
let rig: ObsRig;

beforeEach(async () => {
  server = await startObsServer({ password: 'secret' });
  rig = createObsRig({ port: server.port, password: 'secret', clock: fastClock });
  server.world.inputs.set('Livedeck overlay', {
    kind: 'browser_source',
    settings: { url: rig.overlays.url, width: 1280, height: 720 },
    filters: [],
  });
  addItem(server.world, 'Scene', 'Livedeck overlay', true);
  rig.overlays.clients = [obsPage];
  rig.service.connect();
  await rig.connected((status) => status.onAir.length > 0);
});

afterEach(async () => {
  rig.dispose();
  await server.stop();
});

const raw = (type: string, answer: (id: string) => string | Buffer) =>
  server.meddle((request) => {
    if (request.type !== type) return undefined;
    request.socket.send(answer(request.id));
    return 'answered';
  });

/** A request of ours that needs several answers. */
const ask = () => rig.service.windows('main');

const response = (id: string, more: object): string =>
  JSON.stringify({ op: 7, d: { requestId: id, ...more } });

describe('an OBS that answers badly', () => {
  it.each([
    ['text that is not JSON', () => 'half an answ', 'timeout'],
    ['bytes', () => Buffer.from([1, 2, 3]), 'timeout'],
    [
      'an answer to another question',
      () => response('other', { requestStatus: { result: true, code: 100 } }),
      'timeout',
    ],
    ['an answer without a status', (id: string) => response(id, {}), 'damaged'],
    ['a status that is no object', (id: string) => response(id, { requestStatus: 7 }), 'refused-by-service'],
    [
      'an answer without its data',
      (id: string) => response(id, { requestStatus: { result: true, code: 100 } }),
      'damaged',
    ],
    [
      'data of the wrong shape',
      (id: string) =>
        response(id, { requestStatus: { result: true, code: 100 }, responseData: { inputKinds: 'all' } }),
      'damaged',
    ],
    [
      'a refusal with a novel in it',
      (id: string) =>
        response(id, { requestStatus: { result: false, code: 999, comment: 'x'.repeat(5000) } }),
      'refused-by-service',
    ],
  ])('gets an error that says so for %s', async (_what, answer, code) => {
    raw('GetInputKindList', answer);
    const windows = await ask();
    expect(windows).toMatchObject({ ok: false, error: { code } });
    if (!windows.ok) expect(windows.error.vendor?.info.length ?? 0).toBeLessThanOrEqual(200);
    server.meddle(undefined);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('leaves no question hanging when it closes the line in the middle of one', async () => {
    server.meddle(({ type, socket }) => {
      if (type !== 'GetInputKindList') return undefined;
      socket.terminate();
      return 'answered';
    });
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    server.meddle(undefined);
    await rig.connected();
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('is given up and found again when it stops answering without closing the line', async () => {
    server.meddle(() => 'answered');
    await rig.until(is('unreachable'));
    server.meddle(undefined);
    await rig.connected();
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('changes nothing with events that make no sense', async () => {
    for (const [type, data] of [
      ['ConnectionOpened', null],
      ['InputRemoved', null],
      ['CurrentProgramSceneChanged', { sceneName: { toString: 1 } }],
      ['__proto__', { polluted: true }],
      ['Hello', {}],
    ] as const)
      server.emit(1 << 3, type, data as never);
    expect(await ask()).toEqual({ ok: true, value: [] });
    expect(rig.service.state().status.state).toBe('connected');
  });

  it('cannot make Livedeck believe that the line ended and go on using it', async () => {
    server.emit(1 << 3, 'ConnectionClosed', { code: 4011 });
    expect((await rig.until(is('refused'))).why).toBe('kicked');
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'not-ready' } });
  });

  it('is refused a picture that claims to be larger than it is', async () => {
    const header = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAf/8AAH//CAYAAAA=', 'base64');
    raw('GetSourceScreenshot', (id) =>
      response(id, {
        requestStatus: { result: true, code: 100 },
        responseData: { imageData: `data:image/png;base64,${header.toString('base64')}` },
      }),
    );
    const checks = await rig.service.doctor('main', 'always');
    expect(checks.ok && checks.value.find(({ id }) => id === 'picture')?.state).toBe('unknown');
  });

  it('gets every check a finding and throws nothing, whatever it answers to whichever question', async () => {
    const questions = [
      'GetInputKindList',
      'GetVideoSettings',
      'GetCurrentProgramScene',
      'GetInputList',
      'GetInputSettings',
      'GetInputDefaultSettings',
      'GetSourceFilterList',
      'GetSourceActive',
      'GetSceneItemList',
      'GetSceneItemTransform',
      'GetSourceScreenshot',
      'GetVersion',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...questions), fc.jsonValue(), async (question, responseData) => {
        raw(question, (id) => response(id, { requestStatus: { result: true, code: 100 }, responseData }));
        const report = await rig.service.doctor('main', 'never');
        if (!report.ok) throw new Error(report.error.text.en);
        expect(report.value.map(({ id }) => id)).toEqual(obsCheckIds);
        expect(report.value.map((check) => obsCheckSchema.safeParse(check).success)).not.toContain(false);
        const added = await rig.service.add({ overlayId: 'main' });
        expect(typeof added.ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});
