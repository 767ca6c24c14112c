import type { AppError } from '../../../contract/app-error.ts';
import type { Clock } from '../../ports.ts';
import type { ObsRequest } from '../obs-session.ts';
import { pause } from './pause.ts';
import { isUncovered, type PatternReading, readPattern } from './read-pattern.ts';
import { takePicture } from './screenshot.ts';

/** Small enough to be decoded in some 10 ms between purges, large enough for every part of the pattern. */
const shotWidth = 640;
/** A captured window arrives about 100 ms late, a page that was asleep later. */
const appearMs = 4_000;
const moveMs = 2_500;
const pauseMs = 120;

export type PictureTaken = {
  readonly reading: PatternReading | { readonly seen: 'no-picture'; readonly error: AppError };
  /** How many pixels of the source one pixel of the screenshot stands for. */
  readonly scale: number;
  /** Whether two pictures differed as the pulse does; `undefined` where the pulse cannot be read. */
  readonly moves: boolean | undefined;
  /** The picture that was read last, as a PNG data URL; `undefined` where OBS gave none. */
  readonly shot: string | undefined;
  /** Whether the pattern is whole in the scene too; `undefined` where that was not asked or not answered. */
  readonly uncovered: boolean | undefined;
};

export type PictureTest = {
  readonly request: ObsRequest;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout'>;
  readonly inputName: string;
  /** Narrower than the usual screenshot where the source itself is. */
  readonly sourceWidth: number;
  /** The scene in which the overlay's page covers the whole picture. */
  readonly scene: string | undefined;
  readonly show: (on: boolean) => void;
  /** Asked before every further look; `true` ends the test. */
  readonly isOver: () => boolean;
};

type Look = Pick<PictureTaken, 'reading' | 'shot'>;

/** OBS makes no picture of less than 8 px. */
const widthFor = (sourceWidth: number): number => Math.min(shotWidth, Math.max(8, sourceWidth));

const look = async (test: PictureTest): Promise<Look> => {
  const shot = await takePicture(test.request, test.inputName, widthFor(test.sourceWidth));
  if (!shot.ok) return { reading: { seen: 'no-picture', error: shot.error }, shot: undefined };
  return { reading: readPattern(shot.value.picture), shot: shot.value.dataUrl };
};

/** Looks again and again until something is so, or the time is over; answers the last look. */
const lookUntil = async (
  test: PictureTest,
  ms: number,
  enough: (reading: PictureTaken['reading']) => boolean,
): Promise<Look> => {
  const end = test.clock.monotonic() + ms;
  for (;;) {
    const looked = await look(test);
    if (enough(looked.reading) || test.isOver() || test.clock.monotonic() >= end) return looked;
    await pause(test.clock, pauseMs);
  }
};

const lookAtScene = async ({ request, scene }: PictureTest): Promise<boolean | undefined> => {
  if (scene === undefined) return undefined;
  const picture = await takePicture(request, scene, shotWidth);
  return picture.ok ? isUncovered(picture.value.picture) : undefined;
};

const cellOf = (reading: PictureTaken['reading']): number | undefined =>
  reading.seen === 'pattern' ? reading.cell : undefined;

const test = async (wanted: PictureTest): Promise<PictureTaken> => {
  const looked = await lookUntil(wanted, appearMs, ({ seen }) => seen === 'pattern');
  const { reading } = looked;
  const found = { ...looked, scale: wanted.sourceWidth / widthFor(wanted.sourceWidth) };
  if (reading.seen !== 'pattern') return { ...found, moves: undefined, uncovered: undefined };
  const first = cellOf(reading);
  const isNext = (later: PictureTaken['reading']): boolean => {
    const cell = cellOf(later);
    return cell !== undefined && cell !== first;
  };
  const moves = first === undefined ? undefined : isNext((await lookUntil(wanted, moveMs, isNext)).reading);
  return { ...found, moves, uncovered: await lookAtScene(wanted) };
};

/** Puts the test pattern on the overlay, looks at it through OBS's eyes, and takes it off again whatever happens. */
export const runPictureTest = async (wanted: PictureTest): Promise<PictureTaken> => {
  wanted.show(true);
  try {
    return await test(wanted);
  } finally {
    wanted.show(false);
  }
};
