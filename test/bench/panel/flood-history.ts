import { wait } from '../browser-cost.ts';
import { openSender, pace } from '../sender.ts';
import { DRAIN_MS, droppedBy, settled, withLiveRooms } from './live-stage.ts';
import { markOf, textOf } from './trace.ts';

/** At the service's cap of 40/s each, which it would drop the rest of. */
const ROOMS = 25;
const PER_SECOND = 1_000;

export type FloodHistoryReading = {
  readonly rooms: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly sent: number;
  readonly droppedByService: number;
  readonly inHistory: number;
  readonly lost: number;
};

/** 1 000 comments a second through the service, the SDK, the feed process and into the history's file. */
export const readFloodHistory = (seconds: number): Promise<FloodHistoryReading> =>
  withLiveRooms(ROOMS, async ({ service, dataDir }) => {
    const sender = await openSender(service);
    for (const roomId of service.rooms) await sender.join(roomId);
    await wait(DRAIN_MS);
    await service.controlCall('metrics/reset', {});
    await pace(PER_SECOND, seconds, (index) =>
      sender.say(service.rooms[index % ROOMS] ?? '', index, 'Normal', textOf(index)),
    );
    const stored = await settled(dataDir);
    const droppedByService = await droppedBy(service);
    sender.close();
    const sent = PER_SECOND * seconds;
    const inHistory = Array.from({ length: sent }, (_, index) => markOf(index)).filter((mark) =>
      stored.has(mark),
    ).length;
    const lost = Math.max(0, sent - droppedByService - inHistory);
    return { rooms: ROOMS, perSecond: PER_SECOND, seconds, sent, droppedByService, inHistory, lost };
  });
