import type { Canvas, Transform } from '../answers.ts';
import { isFitted, standsInside } from '../fit.ts';
import type { Examine, Finding, ObsFacts, SourceFacts } from './facts.ts';
import { fine, passedOver, say, wrong } from './findings.ts';
import { sourceIn } from './source-checks.ts';

/** A window of another shape leaves bars at the sides; below this nobody sees them. */
const shapeSlack = 0.02;

const px = (width: unknown, height: unknown): string => `${Number(width)}×${Number(height)}`;

const isSize = (size: Canvas, width: unknown, height: unknown): boolean =>
  width === size.width && height === size.height;

const stretched = (obs: ObsFacts, { placed, transform, source }: SourceFacts): Finding => {
  const canvas = px(obs.canvas.width, obs.canvas.height);
  if (placed === undefined || transform === undefined)
    return fine(say(`Made for the canvas of ${canvas}.`, `与 ${canvas} 的画布一致。`));
  if (placed.inGroup)
    return passedOver(
      say('The source is inside a group; its place there is not judged.', '来源位于分组中，不检查其位置。'),
    );
  if (isFitted(transform, source.way, obs.canvas))
    return fine(say(`It covers the whole picture, ${canvas}.`, `覆盖整个画面（${canvas}）。`));
  return wrong(
    say(
      'The source is moved, scaled, turned or cropped in this scene.',
      '来源在此场景中被移动、缩放、旋转或裁剪。',
    ),
    {
      remedy: say(
        'Let it cover the whole picture, unless you placed it like this on purpose.',
        '除非有意这样摆放，请让它覆盖整个画面。',
      ),
      fix: 'fit-size',
    },
  );
};

/** Whether what is left of the source after cropping has the shape of the picture. */
const hasShape = (obs: ObsFacts, { sourceWidth, sourceHeight, ...crop }: Transform): boolean => {
  const width = sourceWidth - crop.cropLeft - crop.cropRight;
  const height = sourceHeight - crop.cropTop - crop.cropBottom;
  return Math.abs(width / height / (obs.canvas.width / obs.canvas.height) - 1) <= shapeSlack;
};

/** Bounds that give a small source the size of the picture too. */
const enlarges = ({ boundsType }: Transform): boolean =>
  boundsType !== 'OBS_BOUNDS_NONE' && boundsType !== 'OBS_BOUNDS_MAX_ONLY';

/** Whether the overlay's page covers the whole picture in the scene on air. */
export const coversPicture = (obs: ObsFacts): boolean => {
  const { placed, transform, source } = obs.source ?? {};
  if (placed === undefined || transform === undefined || source === undefined || placed.inGroup) return false;
  const isLarge = isSize(obs.canvas, transform.sourceWidth, transform.sourceHeight) || enlarges(transform);
  return isLarge && isFitted(transform, source.way, obs.canvas) && hasShape(obs, transform);
};

const windowSize = (obs: ObsFacts, source: SourceFacts): Finding => {
  const { transform } = source;
  if (transform === undefined) return stretched(obs, source);
  const { sourceWidth, sourceHeight } = transform;
  if (sourceWidth === 0 || sourceHeight === 0)
    return wrong(say('OBS gets no picture of the window.', 'OBS 采集不到该窗口的画面。'), {
      remedy: say(
        'Open the overlay window and do not minimise it; it may be covered.',
        '请打开叠加层窗口且不要最小化；被其他窗口遮住没有关系。',
      ),
    });
  if (hasShape(obs, transform)) return stretched(obs, source);
  const [has, canvas] = [px(sourceWidth, sourceHeight), px(obs.canvas.width, obs.canvas.height)];
  return wrong(
    say(
      `The window's shape (${has}) is not the picture's (${canvas}), so the overlay does not fill it.`,
      `窗口比例（${has}）与画面（${canvas}）不符，叠加层无法铺满。`,
    ),
    {
      remedy: say(
        `Give the overlay window the size ${canvas}, or run the picture test, which finds what to crop.`,
        `请将叠加层窗口设为 ${canvas}，或运行画面测试以确定裁剪范围。`,
      ),
    },
  );
};

/** A source as large as its overlay is made for, e.g. alerts in a corner, may stand anywhere in the picture. */
const atItsOwnSize = (obs: ObsFacts, { placed, transform }: SourceFacts, own: Canvas): Finding => {
  const has = px(own.width, own.height);
  if (transform === undefined || placed?.inGroup === true || standsInside(transform, obs.canvas))
    return fine(
      say(`It has the size that this overlay is made for, ${has}.`, `尺寸与此叠加层的设计一致（${has}）。`),
    );
  return wrong(
    say(
      `At the size that this overlay is made for, ${has}, it runs off the picture in this scene.`,
      `按此叠加层的设计尺寸（${has}），它在此场景中超出了画面。`,
    ),
    {
      remedy: say(
        'Move it into the picture in OBS, or let it cover the whole picture.',
        '请在 OBS 中把它移到画面内，或让它覆盖整个画面。',
      ),
      fix: 'fit-size',
    },
  );
};

export const size: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  const { obs, source } = there;
  if (source.source.way === 'window') return windowSize(obs, source);
  const { width, height } = source.settings;
  if (isSize(obs.canvas, width, height)) return stretched(obs, source);
  const own = facts.target.canvas;
  if (isSize(own, width, height)) return atItsOwnSize(obs, source, own);
  const [has, canvas] = [px(width, height), px(obs.canvas.width, obs.canvas.height)];
  return wrong(
    say(
      `The source is ${has}, and OBS's canvas is ${canvas}.`,
      `来源尺寸为 ${has}，而 OBS 画布为 ${canvas}。`,
    ),
    { remedy: say('Give it the size of the canvas.', '请改为画布尺寸。'), fix: 'fit-size' },
  );
};
