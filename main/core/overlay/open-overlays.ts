import type { Ports } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import type { Reports } from '../settings/reports.ts';
import type { Mirror } from '../state/mirror.ts';
import type { ScreenText } from './display-item.ts';
import { createOverlays, type Overlays } from './overlays.ts';
import { overlaysDocumentSchema } from './overlays-document.ts';
import { readPageAssets } from './page-assets.ts';

/** Opens the overlays with their stored settings, starts their server and keeps windows told of their state. */
export const openOverlays = async (options: {
  readonly ports: Ports;
  readonly reports: Reports;
  readonly mirror: Mirror;
  readonly screen: ScreenText;
  readonly frameAncestors: readonly string[];
}): Promise<Overlays> => {
  const { ports, reports, mirror } = options;
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
    onChange: (overlayId) => mirror.patch('overlays', { [overlayId]: overlays.status()[overlayId] ?? null }),
  });
  const started = await overlays.start();
  if (!started.ok) reports.add(started.error.text);
  mirror.patch('overlays', overlays.status());
  return overlays;
};
