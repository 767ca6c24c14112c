import { err, ok, type Result } from '../../../contract/result.ts';
import { screenshotAnswer } from '../answers.ts';
import type { ObsRequest } from '../obs-session.ts';
import { oddAnswer } from '../request-problems.ts';
import { decodePng, type Picture } from './png.ts';

const prefix = 'data:image/png;base64,';

/** What OBS makes of a source or a scene, with alpha. Without a width in the source's own size. */
export const takePicture = async (
  request: ObsRequest,
  sourceName: string,
  imageWidth?: number,
): Promise<Result<Picture>> => {
  const shot = await request(
    'GetSourceScreenshot',
    { sourceName, imageFormat: 'png', ...(imageWidth === undefined ? {} : { imageWidth }) },
    screenshotAnswer,
  );
  if (!shot.ok) return shot;
  const { imageData } = shot.value;
  const picture = imageData.startsWith(prefix)
    ? decodePng(Buffer.from(imageData.slice(prefix.length), 'base64'))
    : undefined;
  return picture === undefined ? err(oddAnswer('GetSourceScreenshot')) : ok(picture);
};
