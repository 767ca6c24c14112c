import { usualKeyColour } from '../../contract/models/overlay.ts';
import { readPageAssets } from '../page/page-assets.ts';
import type { Ports } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import type { Reports } from '../settings/reports.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import type { ScreenText } from './display-item.ts';
import { createOverlays, type Overlays } from './overlays.ts';
import { overlaysDocumentSchema } from './overlays-document.ts';
import { waitingNews } from './waiting-news.ts';

/** Opens the overlays with their stored settings, starts their server and keeps windows told of their state. */
export const openOverlays = async (options: {
  readonly ports: Ports;
  readonly reports: Reports;
  readonly mirror: Mirror;
  readonly publish: Publish;
  readonly screen: ScreenText;
  readonly frameAncestors: () => readonly string[];
}): Promise<Overlays> => {
  const { ports, reports, mirror, publish } = options;
  let someWaited = false;

  /** Says who is about to go on air, and once more when nobody is. */
  const tellWaiting = (status: ReturnType<Overlays['status']>) => {
    const onAir = Object.values(status).filter(({ clients }) => clients.some(({ preview }) => !preview));
    const news = waitingNews(onAir.map(({ id }) => overlays.waiting(id)));
    if (news.count > 0 || someWaited) publish('overlay:waiting', news);
    someWaited = news.count > 0;
  };

  const assets = await readPageAssets(ports.overlayAssets);
  if (!assets.ok) reports.add(assets.error.text);
  const overlays = createOverlays({
    ports,
    assets: assets.ok ? assets.value : new Map(),
    store: openDocument({
      file: ports.openDocument('overlays'),
      schema: overlaysDocumentSchema,
      now: ports.clock.now,
      report: reports.add,
    }),
    screen: options.screen,
    frameAncestors: options.frameAncestors,
    windowKeyColour: ports.overlayWindows.transparent ? null : usualKeyColour,
    onPurged: (news) => publish('overlay:purged', news),
    onChange: (overlayId) => {
      const status = overlays.status();
      mirror.patch('overlays', { [overlayId]: status[overlayId] ?? null });
      tellWaiting(status);
    },
  });
  const started = await overlays.start();
  if (!started.ok) reports.add(started.error.text);
  mirror.patch('overlays', overlays.status());
  return overlays;
};
