import type { ObsCheck, ObsCheckId, ObsFixId, ObsPictureTest } from '../../../main/contract/models/obs.ts';
import { pulseCellAt } from '../../../main/contract/models/test-pattern.ts';
import {
  blankCanvas,
  encodePng,
  type PatternFaults,
  paintPattern,
} from '../../support/obs-server/paint-pattern.ts';
import type { ObsWorld } from '../../support/obs-server/world.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, type ObsRig, obsPage } from './obs-rig.ts';

/** Five times as fast, for pulse and product alike: waiting for a pattern that never comes takes seconds otherwise. */
const speed = 5;
export const fastClock = {
  now: () => Date.now() * speed,
  monotonic: () => performance.now() * speed,
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms / speed),
  clearTimeout,
};

export const windowWorld: Partial<ObsWorld> = {
  kinds: ['xcomposite_input'],
  windows: [{ name: 'Livedeck overlay', value: '1\r\nLivedeck overlay\r\nx' }],
};

const only = (checks: readonly ObsCheck[], state: ObsCheck['state']): readonly ObsCheckId[] =>
  checks.filter((check) => check.state === state).map(({ id }) => id);

/** A stand-in OBS, a connected service, and the doctor's questions about the main overlay. */
export const createDoctorBench = () => {
  let server: ObsServer;
  let rig: ObsRig;
  let faults: PatternFaults = {};

  /** Screenshots show what the overlay page would: the pattern while it is asked for, else nothing. */
  const paint = (_name: string, width = server.world.canvas.width): Buffer => {
    const height = Math.round((width * server.world.canvas.height) / server.world.canvas.width);
    return encodePng(
      rig.overlays.pattern
        ? paintPattern(width, height, pulseCellAt(fastClock.now()), faults)
        : blankCanvas(width, height),
    );
  };

  const start = async (
    world: Partial<ObsWorld> = {},
    options: Parameters<typeof createObsRig>[0] = {},
    serverOptions: Parameters<typeof startObsServer>[0] = { password: 'secret' },
  ): Promise<ObsWorld> => {
    faults = {};
    server = await startObsServer({ world, ...serverOptions });
    rig = createObsRig({ port: server.port, password: 'secret', clock: fastClock, ...options });
    server.world.screenshot = paint;
    rig.overlays.clients = [obsPage];
    rig.service.connect();
    await rig.connected();
    return server.world;
  };

  const examine = async (picture: ObsPictureTest = 'always'): Promise<readonly ObsCheck[]> => {
    const report = await rig.service.doctor('main', picture);
    if (!report.ok) throw new Error(report.error.text.en);
    return report.value;
  };

  return {
    server: () => server,
    rig: () => rig,
    overlays: () => rig.overlays,
    spoil: (next: PatternFaults) => {
      faults = next;
    },
    start,
    /** The same with the overlay added. */
    startAdded: async (...options: Parameters<typeof start>): Promise<ObsWorld> => {
      const world = await start(...options);
      const added = await rig.service.add({ overlayId: 'main' });
      if (!added.ok) throw new Error(added.error.text.en);
      return world;
    },
    stop: async (): Promise<void> => {
      rig.dispose();
      await server.stop();
    },
    examine,
    only,
    find: async (id: ObsCheckId, picture?: ObsPictureTest) =>
      (await examine(picture)).find((check) => check.id === id),
    /** Uses a fix and answers what is still a problem. */
    mend: async (fix: ObsFixId): Promise<readonly ObsCheckId[]> => {
      const report = await rig.service.fix('main', fix, 'always');
      if (!report.ok) throw new Error(report.error.text.en);
      return only(report.value, 'problem');
    },
  };
};
