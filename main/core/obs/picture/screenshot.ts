import { err, ok, type Result } from '../../../contract/result.ts';
import { screenshotAnswer } from '../answers.ts';
import type { ObsRequest } from '../obs-session.ts';
import { oddAnswer } from '../request-problems.ts';
import { decodePng, type Picture } from './png.ts';

const prefix = 'data:image/png;base64,';

/** What OBS makes of a source or a scene, with alpha, in memory and as the data URL of a sound PNG. */
export type Screenshot = { readonly picture: Picture; readonly dataUrl: string };

/** Takes a picture through OBS. Without a width in the source's own size. */
export const takePicture = async (
  request: ObsRequest,
  sourceName: string,
  imageWidth?: number,
): Promise<Result<Screenshot>> => {
  const shot = await request(
    'GetSourceScreenshot',
    { sourceName, imageFormat: 'png', ...(imageWidth === undefined ? {} : { imageWidth }) },
    screenshotAnswer,
  );
  if (!shot.ok) return shot;
  const { imageData } = shot.value;
  const file = Buffer.from(imageData.startsWith(prefix) ? imageData.slice(prefix.length) : '', 'base64');
  const picture = decodePng(file);
  return picture === undefined
    ? err(oddAnswer('GetSourceScreenshot'))
    : ok({ picture, dataUrl: `${prefix}${file.toString('base64')}` });
};
