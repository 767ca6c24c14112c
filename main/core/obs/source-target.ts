import type { ObsSettings, ObsWay, ObsWindow } from '../../contract/models/obs.ts';
import type { Canvas } from './answers.ts';

/** One overlay as OBS is to show it. */
export type ObsTarget = {
  readonly overlayId: string;
  /** What its source is called in OBS unless somebody renamed it. */
  readonly inputName: string;
  /** With its secret: goes to OBS and into no log. */
  readonly url: string;
  /** The other overlays' addresses: a source that shows one of them is that overlay's, whatever it is called. */
  readonly otherUrls: readonly string[];
  /** The size that the overlay is made for, px. */
  readonly canvas: Canvas;
  /** What every page of it is filled with. */
  readonly keyColour: string | null;
  /** What its window is filled with, by that or because a window here cannot be clear. */
  readonly windowKeyColour: string | null;
  readonly windowTitle: string;
};

export type SourceWish = {
  /** `null` = the scene on air. */
  readonly scene: string | null;
  readonly way: ObsWay | null;
  readonly window?: ObsWindow['value'];
};

/** The main overlay has the name from the settings, each other one its own name behind it. */
export const inputNameFor = (
  settings: Pick<ObsSettings, 'inputName'>,
  overlay: { readonly id: string; readonly name: string },
): string => (overlay.id === 'main' ? settings.inputName : `${settings.inputName} (${overlay.name})`);
