import { appError } from '../../../contract/app-error.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';
import type { Margins } from '../fit.ts';
import type { ObsRequest } from '../obs-session.ts';
import { pause } from './pause.ts';
import { readPattern } from './read-pattern.ts';
import { takePicture } from './screenshot.ts';

const appearMs = 4_000;
/** A screenshot in full size takes some 100 ms to decode, so they are far between. */
const pauseMs = 400;

const notFound = appError(
  'not-found',
  { en: 'The test pattern is not to be seen in the capture.', 'zh-CN': '采集画面中看不到测试图。' },
  {
    remedy: {
      en: 'Open the overlay window, leave it open and not minimised, and see that OBS captures that window.',
      'zh-CN': '请打开叠加层窗口、不要最小化，并确认 OBS 采集的是该窗口。',
    },
    retryable: true,
  },
);

/** How much a source shows around the overlay's page, to the pixel. Shows the test pattern meanwhile. */
export const measureMargins = async (options: {
  readonly request: ObsRequest;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout'>;
  readonly inputName: string;
  readonly show: (on: boolean) => void;
}): Promise<Result<Margins>> => {
  const { request, clock, inputName, show } = options;
  const end = clock.monotonic() + appearMs;
  show(true);
  try {
    for (;;) {
      const picture = await takePicture(request, inputName);
      if (!picture.ok) return picture;
      const reading = readPattern(picture.value.picture);
      if (reading.seen === 'pattern') return ok(reading.margins);
      if (clock.monotonic() >= end) return err(notFound);
      await pause(clock, pauseMs);
    }
  } finally {
    show(false);
  }
};
