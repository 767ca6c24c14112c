import type { OverlaySettings, OverlayStatus } from '../../contract/models/overlay.ts';
import type { Result } from '../../contract/result.ts';

/** What is told of one overlay. */
export type OverlayAtHand = Pick<OverlayStatus, 'id' | 'name' | 'clients' | 'blank' | 'port'>;

/** What the OBS connection needs of the overlays. */
export type OverlaysForObs = {
  readonly status: () => Readonly<Record<string, OverlayAtHand>>;
  /** The secret address of an overlay. */
  readonly url: (overlayId: string) => Result<string>;
  readonly settings: (overlayId: string) => Result<Pick<OverlaySettings, 'keyColour' | 'canvas'>>;
  readonly setKeyColour: (overlayId: string, colour: string | null) => Result<unknown>;
  /** Shows `testPattern` (contract/models/test-pattern.ts) on this overlay's pages in place of everything else, or ends it. */
  readonly showTestPattern: (overlayId: string, on: boolean) => void;
  /** Title of the overlay's window, as its frame and OBS's list of windows show it. */
  readonly windowTitle: (overlayId: string) => string;
  /** What the windows that Livedeck opens are filled with; `null` where they are clear. */
  readonly windowKeyColour: string | null;
  /** Opens the overlay's window, or does nothing where it is open. */
  readonly openWindow: (overlayId: string) => Promise<Result<unknown>>;
};

/** OBS's password, as far as it is at hand. */
export type ObsSecretPort = { readonly get: () => string | undefined };
