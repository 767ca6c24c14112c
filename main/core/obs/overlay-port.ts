import type { OverlaySettings, OverlayStatus } from '../../contract/models/overlay.ts';
import type { Result } from '../../contract/result.ts';

/** What is told of one overlay. */
export type OverlayAtHand = Pick<OverlayStatus, 'id' | 'name' | 'clients' | 'blank' | 'port'>;

/** What the OBS connection needs of the overlays. */
export type OverlaysForObs = {
  readonly status: () => Readonly<Record<string, OverlayAtHand>>;
  /** The secret address of an overlay. */
  readonly url: (overlayId: string) => Result<string>;
  readonly settings: (overlayId: string) => Result<Pick<OverlaySettings, 'keyColour'>>;
  readonly setKeyColour: (overlayId: string, colour: string | null) => Result<unknown>;
  /** Shows `testPattern` (contract/models/obs.ts) on this overlay's pages in place of everything else, or ends it. */
  readonly showTestPattern: (overlayId: string, on: boolean) => void;
  /** Title of the overlay's window, as its frame and OBS's list of windows show it. */
  readonly windowTitle: (overlayId: string) => string;
};

/** Where the password of OBS is kept. */
export type ObsSecretPort = {
  readonly get: () => string | undefined;
  /** `undefined` forgets it. */
  readonly set: (password: string | undefined) => Result<unknown> | Promise<Result<unknown>>;
};
