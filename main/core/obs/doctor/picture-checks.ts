import type { Localized } from '../../../contract/app-error.ts';
import type { PatternCorner } from '../../../contract/models/test-pattern.ts';
import { assertNever } from '../../../contract/result.ts';
import type { Transform } from '../answers.ts';
import type { PatternReading } from '../picture/read-pattern.ts';
import type { Examine, Finding, SourceFacts } from './facts.ts';
import { fine, fromError, passedOver, say, wrong } from './findings.ts';
import { sourceIn } from './source-checks.ts';

const cornerNames: Readonly<Record<PatternCorner, Localized>> = {
  topLeft: say('top left', '左上'),
  topRight: say('top right', '右上'),
  bottomLeft: say('bottom left', '左下'),
  bottomRight: say('bottom right', '右下'),
};

const partly = (missing: readonly PatternCorner[]): Finding => {
  const names = (language: keyof Localized, between: string) =>
    missing.map((corner) => cornerNames[corner][language]).join(between);
  if (missing.length === 4)
    return wrong(say('OBS shows something else than the overlay.', 'OBS 显示的不是叠加层。'), {
      remedy: say(
        'Mend the address or the window above, then look again.',
        '请先修复上面的地址或窗口，再重新检查。',
      ),
      fix: 'repair-source',
    });
  return wrong(
    say(
      `A part of the overlay is cut off in OBS: ${names('en', ', ')}.`,
      `叠加层在 OBS 中被裁掉了一部分：${names('zh-CN', '、')}。`,
    ),
    { remedy: say('Give the source its right size.', '请修正来源尺寸。'), fix: 'fit-size' },
  );
};

type Pattern = Extract<PatternReading, { seen: 'pattern' }>;

/** Whether the screenshot shows the page and nothing around it, to the pixel of the screenshot. */
const fillsSource = ({ margins }: Pattern): boolean => Object.values(margins).every((margin) => margin <= 1);

/** Whether the item cuts off what a capture shows around the page, to the pixel of the screenshot. */
const isCroppedTo = (
  { margins }: Pattern,
  { cropLeft, cropTop, cropRight, cropBottom }: Transform,
  scale: number,
): boolean => {
  const near = (margin: number, crop: number): boolean => Math.abs(margin * scale - crop) <= scale * 1.5;
  return (
    near(margins.left, cropLeft) &&
    near(margins.top, cropTop) &&
    near(margins.right, cropRight) &&
    near(margins.bottom, cropBottom)
  );
};

const outOfPlace = (reading: Pattern, source: SourceFacts, scale: number): Finding | undefined => {
  const { transform } = source;
  if (source.source.way === 'window') {
    if (transform === undefined || isCroppedTo(reading, transform, scale)) return undefined;
    return wrong(
      say(
        'The capture shows more or less than the page, e.g. the title bar of its window.',
        '采集范围与页面不一致，例如包含了窗口标题栏。',
      ),
      { remedy: say('Crop it to the page.', '请裁剪到页面范围。'), fix: 'crop-window' },
    );
  }
  if (fillsSource(reading)) return undefined;
  return wrong(say('The overlay is out of place inside its source.', '叠加层在来源中的位置不对。'), {
    remedy: say('Give the source its right size.', '请修正来源尺寸。'),
    fix: 'fit-size',
  });
};

const whole = (reading: Pattern, source: SourceFacts, scale: number): Finding => {
  if (reading.background !== 'clear')
    return wrong(
      say(
        'The overlay is there, but what should be clear is filled: it covers your picture.',
        '叠加层可见，但应透明的部分不透明，会盖住画面。',
      ),
      {
        remedy: say(
          'Check the key colour above, and that the source has no other filters or custom CSS with a background.',
          '请检查上面的抠色设置，并确认来源没有其他滤镜或带背景的自定义 CSS。',
        ),
      },
    );
  const displaced = outOfPlace(reading, source, scale);
  if (displaced !== undefined) return displaced;
  if (!reading.whole)
    return wrong(
      say(
        'Something lies over the overlay inside its own window or source, e.g. a bar or a bubble of the browser.',
        '叠加层自身的窗口或来源中有内容遮挡，例如浏览器的提示条或气泡。',
      ),
      {
        remedy: say(
          'Close it in the overlay window; a translation offer can be switched off there for good.',
          '请在叠加层窗口中将其关闭；翻译提示可在那里永久关闭。',
        ),
      },
    );
  if (reading.halfTones)
    return fine(
      say(
        'The test pattern came through: in place, right size, clear background, soft edges.',
        '测试图已正确通过：位置、尺寸、透明背景和柔边均正常。',
      ),
    );
  return fine(
    say(
      'The test pattern came through, but not its half-transparent part: soft shadows get hard or take on the key colour this way.',
      '测试图已通过，但半透明部分丢失：此方式下柔和阴影会变硬或带上抠色。',
    ),
  );
};

export const picture: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  if (!facts.picture.taken) return passedOver(facts.picture.why);
  const { reading } = facts.picture.result;
  switch (reading.seen) {
    case 'no-picture':
      return fromError('unknown', reading.error);
    case 'nothing':
      return wrong(
        say('The page is connected, but its picture in OBS is empty.', '页面已连接，但在 OBS 中是空白的。'),
        {
          remedy: say('Reload the page.', '请重新加载页面。'),
          ...(there.source.source.way === 'browser' ? { fix: 'reload-page' as const } : {}),
        },
      );
    case 'misplaced':
      return wrong(say('The overlay is mirrored or turned in OBS.', '叠加层在 OBS 中被镜像或旋转。'), {
        remedy: say('Remove the filter that does it.', '请移除造成该效果的滤镜。'),
      });
    case 'parts':
      return partly(reading.missing);
    case 'pattern':
      return whole(reading, there.source, facts.picture.result.scale);
    default:
      return assertNever(reading);
  }
};

export const uncovered: Examine = (facts) => {
  if (sourceIn(facts) === undefined) return undefined;
  if (!facts.picture.taken) return passedOver(facts.picture.why);
  const { uncovered: isWhole } = facts.picture.result;
  if (isWhole === undefined)
    return passedOver(
      say('Told only where the source covers the whole picture.', '仅当来源覆盖整个画面时检查。'),
    );
  const { reading } = facts.picture.result;
  if (reading.seen === 'pattern' && !reading.whole)
    return passedOver(
      say(
        'The overlay is covered in its own source already; see above.',
        '叠加层在自身来源中已被遮挡，见上一项。',
      ),
    );
  if (isWhole) return fine(say('Nothing in the scene lies over it.', '场景中没有遮挡它的内容。'));
  return wrong(
    say(
      'Something in the scene lies over the overlay, or changes its colours.',
      '场景中有内容盖住了叠加层，或改变了它的颜色。',
    ),
    { remedy: say('Bring it to the front.', '请把它移到最上层。'), fix: 'bring-to-front' },
  );
};
