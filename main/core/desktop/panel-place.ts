import { z } from 'zod';
import type { Localized } from '../../contract/app-error.ts';
import type { Display } from '../../contract/models/desktop.ts';
import { type Bounds, boundsSchema } from '../../contract/models/overlay-window.ts';
import type { Ports } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import { createAfterRest } from './after-rest.ts';
import { displayOf, placeWindow } from './window-places.ts';

const FIRST_SIZE = { width: 1440, height: 900 };

export const panelPlaceSchema = z.object({
  bounds: boundsSchema.nullable().default(null),
  display: z.string().max(100).default(''),
  maximized: z.boolean().default(false),
});

/** Where the panel's window was, across runs; brought back into sight where its display is gone. */
export const createPanelPlace = (parts: {
  readonly ports: Pick<Ports, 'openDocument' | 'clock'>;
  readonly displays: () => readonly Display[];
  readonly report: (text: Localized) => void;
}) => {
  const { ports, displays } = parts;
  const store = openDocument({
    file: ports.openDocument('panel-window'),
    schema: panelPlaceSchema,
    now: ports.clock.now,
    report: parts.report,
  });
  const moves = createAfterRest(ports.clock);
  return {
    get: (): { readonly bounds: Bounds; readonly maximized: boolean } => ({
      bounds: placeWindow(store.get(), displays(), { size: FIRST_SIZE, shrink: true }),
      maximized: store.get().maximized,
    }),
    /** `bounds` = those of the window while it is not maximised. */
    moved: (bounds: Bounds, maximized: boolean): void =>
      moves.set('panel', () => store.set({ bounds, maximized, display: displayOf(bounds, displays()) })),
    dispose: moves.dispose,
  };
};
export type PanelPlace = ReturnType<typeof createPanelPlace>;
