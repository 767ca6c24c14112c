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

const isBounded = ({ boundsType }: Transform): boolean => boundsType !== 'OBS_BOUNDS_NONE';

/** As OBS's own "Fit to screen" does it: whatever the kind of bounds, they are the picture. */
const isBoundToCanvas = (transform: Transform, canvas: Canvas): boolean =>
  isBounded(transform) &&
  agrees(transform.boundsWidth, canvas.width) &&
  agrees(transform.boundsHeight, canvas.height);

/** Whether the item covers the whole picture as it should. Scale is told to 1 in 1000. */
export const isFitted = (transform: Transform, way: ObsWay, canvas: Canvas): boolean => {
  const { scaleX, scaleY, boundsType, ...rest } = wantedTransform(way, canvas);
  const scaled = Math.abs(transform.scaleX - scaleX) < 0.001 && Math.abs(transform.scaleY - scaleY) < 0.001;
  const bound =
    transform.boundsType === boundsType || (way === 'browser' && isBoundToCanvas(transform, canvas));
  const there: Readonly<Record<string, unknown>> = transform;
  return scaled && bound && Object.entries(rest).every(([key, value]) => agrees(there[key], value));
};

/** How much of the item lies before its position, by libobs' bits for the two ends of an axis. */
const shareBefore = (alignment: number, start: number, end: number): number => {
  if ((alignment & start) !== 0) return 0;
  return (alignment & end) !== 0 ? 1 : 0.5;
};

/** Whether nothing of the item runs off the picture. A turned one is not judged. */
export const standsInside = (transform: Transform, canvas: Canvas): boolean => {
  if (transform.rotation !== 0) return true;
  const { alignment, positionX, positionY, scaleX, scaleY, ...of } = transform;
  const width = isBounded(transform)
    ? of.boundsWidth
    : (of.sourceWidth - of.cropLeft - of.cropRight) * scaleX;
  const height = isBounded(transform)
    ? of.boundsHeight
    : (of.sourceHeight - of.cropTop - of.cropBottom) * scaleY;
  const left = positionX - width * shareBefore(alignment, 1, 2);
  const top = positionY - height * shareBefore(alignment, 4, 8);
  // A mirrored item has a negative size.
  const isWithin = (from: number, to: number, end: number): boolean =>
    Math.min(from, to) > -slack && Math.max(from, to) < end + slack;
  return isWithin(left, left + width, canvas.width) && isWithin(top, top + height, canvas.height);
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
