import type { Transform } from '../answers.ts';
import { isFitted } from '../fit.ts';
import type { Examine, Finding, ObsFacts, SourceFacts } from './facts.ts';
import { fine, passedOver, say, wrong } from './findings.ts';
import { sourceIn } from './source-checks.ts';

/** A window of another shape leaves bars at the sides; below this nobody sees them. */
const shapeSlack = 0.02;

const px = (width: unknown, height: unknown): string => `${Number(width)}×${Number(height)}`;

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

/** Whether the overlay's page covers the whole picture in the scene on air. */
export const coversPicture = (obs: ObsFacts): boolean => {
  const { placed, transform, source } = obs.source ?? {};
  if (placed === undefined || transform === undefined || source === undefined || placed.inGroup) return false;
  return isFitted(transform, source.way, obs.canvas) && hasShape(obs, transform);
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

export const size: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  const { obs, source } = there;
  if (source.source.way === 'window') return windowSize(obs, source);
  const { width, height } = source.settings;
  if (width === obs.canvas.width && height === obs.canvas.height) return stretched(obs, source);
  const [has, canvas] = [px(width, height), px(obs.canvas.width, obs.canvas.height)];
  return wrong(
    say(
      `The source is ${has}, and OBS's canvas is ${canvas}.`,
      `来源尺寸为 ${has}，而 OBS 画布为 ${canvas}。`,
    ),
    { remedy: say('Give it the size of the canvas.', '请改为画布尺寸。'), fix: 'fit-size' },
  );
};

export const scene: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  const { obs, source } = there;
  if (source.placed !== undefined)
    return fine(say(`It is in the scene on air, "${obs.scene}".`, `位于当前播出的场景“${obs.scene}”中。`));
  if (source.active.videoActive)
    return fine(say('It is on air through another scene in this one.', '通过嵌套场景播出。'));
  const { previewScene } = obs;
  if (source.previewed && previewScene !== undefined)
    return wrong(
      say(
        `It is in the scene "${previewScene}", which studio mode only shows as a preview. On air is "${obs.scene}".`,
        `它在场景“${previewScene}”中，但该场景只是工作室模式的预览。正在播出的是“${obs.scene}”。`,
      ),
      {
        remedy: say(
          'Press Transition in OBS: it puts the preview on air.',
          '请在 OBS 中点“转场”，把预览切到播出画面。',
        ),
        fix: 'transition',
      },
    );
  return wrong(
    say(`It is not in the scene on air, "${obs.scene}".`, `不在当前播出的场景“${obs.scene}”中。`),
    {
      remedy: say(
        'Add it to this scene, or change to the scene that has it.',
        '请添加到此场景，或切换到包含它的场景。',
      ),
      fix: 'add-to-scene',
    },
  );
};

/** Studio mode broadcasts a scene as it was when it went on air, until the next transition. */
const awaitsTransition = ({ scene, previewScene }: ObsFacts): Finding => {
  const text = say(
    'It is switched on, but studio mode still broadcasts the scene as it was before.',
    '它已开启，但工作室模式播出的仍是改动之前的场景。',
  );
  if (previewScene === scene)
    return wrong(text, {
      remedy: say('Press Transition in OBS.', '请在 OBS 中点“转场”。'),
      fix: 'transition',
    });
  return wrong(text, {
    remedy: say(
      `Choose the scene "${scene}" in OBS, so that it is in the preview, then press Transition.`,
      `请在 OBS 中选中场景“${scene}”使其进入预览，然后点“转场”。`,
    ),
  });
};

export const visible: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  const { placed, active } = there.source;
  if (active.videoActive) return fine(say('It is switched on.', '已显示。'));
  if (placed === undefined) return undefined;
  if (!placed.item.sceneItemEnabled)
    return wrong(
      say('It is hidden in this scene: its eye is closed.', '它在此场景中被隐藏（眼睛图标已关闭）。'),
      {
        remedy: say('Show it.', '请显示。'),
        fix: 'show-source',
      },
    );
  if (placed.inGroup)
    return wrong(say('The group that holds it is hidden.', '它所在的分组被隐藏。'), {
      remedy: say(
        `Show the group "${placed.container}" in OBS.`,
        `请在 OBS 中显示分组“${placed.container}”。`,
      ),
    });
  if (there.obs.previewScene !== undefined) return awaitsTransition(there.obs);
  return wrong(say('OBS does not show it, though it is switched on.', '它已开启，但 OBS 没有显示。'), {
    remedy: say('Wait for the scene change to end, then look again.', '请等场景切换结束后再检查。'),
  });
};
