import type { ObsWay } from '../../contract/models/obs.ts';
import { ok, type Result } from '../../contract/result.ts';
import { type Canvas, noData, type Transform, transformAnswer } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';

/** Left and top, in libobs' bits. */
const topLeft = 5;
/** OBS keeps places as floats. */
const slack = 0.75;

type Wanted = Partial<Transform>;

/**
 * A browser source has exactly the canvas's pixels; a window has its own and is scaled to fit, never out of shape. The
 * item's own scale is 1 then too, for OBS reckons a shape in bounds from it.
 */
const wantedTransform = (way: ObsWay, canvas: Canvas): Wanted & { scaleX: number; scaleY: number } => {
  const plain = { positionX: 0, positionY: 0, scaleX: 1, scaleY: 1, rotation: 0, alignment: topLeft };
  return way === 'browser'
    ? { ...plain, cropLeft: 0, cropRight: 0, cropTop: 0, cropBottom: 0, boundsType: 'OBS_BOUNDS_NONE' }
    : {
        ...plain,
        boundsType: 'OBS_BOUNDS_SCALE_INNER',
        boundsWidth: canvas.width,
        boundsHeight: canvas.height,
      };
};

const agrees = (there: unknown, wanted: unknown): boolean =>
  typeof there === 'number' && typeof wanted === 'number'
    ? Math.abs(there - wanted) < slack
    : there === wanted;

/** Whether the item covers the whole picture as it should. Scale is told to 1 in 1000. */
export const isFitted = (transform: Transform, way: ObsWay, canvas: Canvas): boolean => {
  const { scaleX, scaleY, ...rest } = wantedTransform(way, canvas);
  const scaled = Math.abs(transform.scaleX - scaleX) < 0.001 && Math.abs(transform.scaleY - scaleY) < 0.001;
  const there: Readonly<Record<string, unknown>> = transform;
  return scaled && Object.entries(rest).every(([key, value]) => agrees(there[key], value));
};

export type ItemPlace = { readonly container: string; readonly sceneItemId: number };

export const readTransform = async (
  request: ObsRequest,
  { container, sceneItemId }: ItemPlace,
): Promise<Result<Transform>> => {
  const answer = await request(
    'GetSceneItemTransform',
    { sceneName: container, sceneItemId },
    transformAnswer,
  );
  return answer.ok ? ok(answer.value.sceneItemTransform) : answer;
};

const setTransform = (request: ObsRequest, { container, sceneItemId }: ItemPlace, wanted: Wanted) =>
  request(
    'SetSceneItemTransform',
    { sceneName: container, sceneItemId, sceneItemTransform: { ...wanted } },
    noData,
  );

/** Lets the item cover the whole picture; answers whether it had to be moved. */
export const fitItem = async (
  request: ObsRequest,
  place: ItemPlace,
  way: ObsWay,
  canvas: Canvas,
): Promise<Result<boolean>> => {
  const now = await readTransform(request, place);
  if (!now.ok) return now;
  if (isFitted(now.value, way, canvas)) return ok(false);
  const done = await setTransform(request, place, wantedTransform(way, canvas));
  return done.ok ? ok(true) : done;
};

export type Margins = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Cuts off what a window shows around the page, e.g. its title bar. In pixels of the source. */
export const cropItem = async (
  request: ObsRequest,
  place: ItemPlace,
  margins: Margins,
): Promise<Result<unknown>> =>
  setTransform(request, place, {
    cropLeft: margins.left,
    cropTop: margins.top,
    cropRight: margins.right,
    cropBottom: margins.bottom,
  });
