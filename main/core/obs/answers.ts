import { z } from 'zod';

/**
 * What Livedeck reads of OBS's answers (obs-websocket protocol.md, 5.0 and up; fields that came later are not relied
 * on). Everything else in them is dropped.
 */
const name = z.string().max(2000);
const pixels = z.number().min(0).max(1_000_000);

/** For requests whose answer carries nothing. */
export const noData = z.unknown();

export const versionAnswer = z.object({
  obsVersion: z.string().max(100),
  obsWebSocketVersion: z.string().max(100),
  availableRequests: z.array(z.string()).max(5000),
  platform: z.string().max(100).default(''),
});
export type ObsVersion = z.output<typeof versionAnswer>;

export const programSceneAnswer = z.object({ currentProgramSceneName: name });

export const scenesAnswer = z.object({
  currentProgramSceneName: name.nullable(),
  scenes: z.array(z.object({ sceneName: name, sceneIndex: z.number().default(0) })).max(10_000),
});

export const outputAnswer = z.object({ outputActive: z.boolean() });

export const studioModeAnswer = z.object({ studioModeEnabled: z.boolean() });

export const previewSceneAnswer = z.object({ currentPreviewSceneName: name });

/** How long the chosen transition takes, ms; `null` for one that has no fixed length. */
export const transitionAnswer = z.object({ transitionDuration: z.number().min(0).nullish() });

export const activeAnswer = z.object({ videoActive: z.boolean(), videoShowing: z.boolean() });

export const kindsAnswer = z.object({ inputKinds: z.array(z.string()).max(10_000) });

export const inputsAnswer = z.object({
  inputs: z.array(z.object({ inputName: name, inputKind: name })).max(10_000),
});

export const inputSettingsAnswer = z.object({
  inputKind: name,
  inputSettings: z.record(z.string(), z.unknown()),
});

export const videoAnswer = z.object({ baseWidth: pixels.min(1), baseHeight: pixels.min(1) });
export type Canvas = { readonly width: number; readonly height: number };

/** `sceneItemIndex` counts from the bottom. */
const sceneItem = z.object({
  sceneItemId: z.number().int(),
  sceneItemIndex: z.number().int(),
  sceneItemEnabled: z.boolean(),
  sourceName: name,
  isGroup: z.boolean().nullish(),
});
export const sceneItemsAnswer = z.object({ sceneItems: z.array(sceneItem).max(10_000) });
export type SceneItem = z.output<typeof sceneItem>;

export const createdItemAnswer = z.object({ sceneItemId: z.number().int() });

export const transformAnswer = z.object({
  sceneItemTransform: z.object({
    sourceWidth: pixels,
    sourceHeight: pixels,
    positionX: z.number(),
    positionY: z.number(),
    scaleX: z.number(),
    scaleY: z.number(),
    rotation: z.number(),
    alignment: z.number().int(),
    boundsType: z.string(),
    boundsWidth: z.number(),
    boundsHeight: z.number(),
    cropLeft: z.number(),
    cropRight: z.number(),
    cropTop: z.number(),
    cropBottom: z.number(),
  }),
});
export type Transform = z.output<typeof transformAnswer>['sceneItemTransform'];

export const listItemsAnswer = z.object({
  propertyItems: z
    .array(
      z.object({
        itemName: z.string().max(2000).nullish(),
        itemValue: z.unknown(),
        itemEnabled: z.boolean().nullish(),
      }),
    )
    .max(10_000),
});

export const filtersAnswer = z.object({
  filters: z
    .array(
      z.object({
        filterName: name,
        filterKind: name,
        filterEnabled: z.boolean(),
        filterSettings: z.record(z.string(), z.unknown()),
      }),
    )
    .max(1000),
});
export type SourceFilter = z.output<typeof filtersAnswer>['filters'][number];

export const screenshotAnswer = z.object({ imageData: z.string() });

export const defaultsAnswer = z.object({ defaultInputSettings: z.record(z.string(), z.unknown()) });
