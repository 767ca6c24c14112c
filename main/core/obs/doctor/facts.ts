import type { Localized } from '../../../contract/app-error.ts';
import type { ObsFixId, ObsSettings, ObsStatus, ObsWindow } from '../../../contract/models/obs.ts';
import type { Result } from '../../../contract/result.ts';
import type { Canvas, ObsVersion, SourceFilter, Transform } from '../answers.ts';
import type { FoundSource } from '../find-source.ts';
import type { OverlayAtHand } from '../overlay-port.ts';
import type { PictureTaken } from '../picture/picture-test.ts';
import type { Placed } from '../scene-items.ts';
import type { ObsTarget } from '../source-target.ts';

/** The overlay's input and all that OBS says of it. */
export type SourceFacts = {
  readonly source: FoundSource;
  /** With the kind's defaults filled in. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What a window capture could show now; `undefined` for other kinds. */
  readonly windows: readonly ObsWindow[] | undefined;
  readonly filters: readonly SourceFilter[];
  readonly active: { readonly videoActive: boolean; readonly videoShowing: boolean };
  /** Where it stands in the scene on air. */
  readonly placed: Placed | undefined;
  readonly transform: Transform | undefined;
  /** It stands, switched on, in the scene that studio mode shows as its preview. */
  readonly previewed: boolean;
};

/** What OBS says, as far as it could be asked. */
export type ObsFacts = {
  readonly kinds: readonly string[];
  readonly canvas: Canvas;
  readonly scene: string;
  /** Studio mode's preview; `undefined` where studio mode is off or does not tell. */
  readonly previewScene: string | undefined;
  readonly source: SourceFacts | undefined;
};

export type PictureFacts =
  | { readonly taken: true; readonly result: PictureTaken }
  /** `why` says in the check what kept the test from being made. */
  | { readonly taken: false; readonly why: Localized };

/** Everything that the checks go by. They themselves ask nobody. */
export type Facts = {
  readonly target: ObsTarget;
  readonly settings: ObsSettings;
  readonly host: 'desktop' | 'browser';
  readonly status: ObsStatus;
  readonly version: ObsVersion | undefined;
  /** `undefined` while there is no connection. */
  readonly obs: Result<ObsFacts> | undefined;
  readonly page: OverlayAtHand | undefined;
  readonly picture: PictureFacts;
};

/** What a check found, before it gets its name. */
export type Finding = {
  readonly state: 'ok' | 'problem' | 'unknown' | 'skipped';
  readonly text: Localized;
  readonly remedy?: Localized;
  readonly fix?: ObsFixId;
};

/** `undefined` where something earlier must be mended first. */
export type Examine = (facts: Facts) => Finding | undefined;
