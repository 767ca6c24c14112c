import type { OverlayClient } from '../../../contract/models/overlay.ts';
import type { Examine, Facts, Finding } from './facts.ts';
import { fine, say, untold, wrong } from './findings.ts';
import { sourceIn } from './source-checks.ts';

/** The pages that are, or could be, what OBS shows: its browser sources, or the windows that it captures. */
export const pagesFor = (facts: Pick<Facts, 'page'>, way: 'browser' | 'window'): readonly OverlayClient[] =>
  (facts.page?.clients ?? []).filter(({ preview, obs }) => !preview && obs === (way === 'browser'));

const noPage = (way: 'browser' | 'window'): Finding =>
  way === 'browser'
    ? wrong(say('The page inside OBS is not connected to Livedeck.', 'OBS 中的页面未连接到 Livedeck。'), {
        remedy: say(
          'Reload it. If OBS was started before Livedeck, it shows an error page until then.',
          '请重新加载页面。如果 OBS 先于 Livedeck 启动，它会一直停在错误页面。',
        ),
        fix: 'reload-page',
      })
    : wrong(say('No overlay window is open.', '没有打开的叠加层窗口。'), {
        remedy: say('Open the overlay window, and leave it open.', '请打开叠加层窗口并保持打开。'),
        fix: 'open-window',
      });

export const page: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  if (facts.page === undefined || facts.page.port === 0)
    return wrong(say('The overlay server does not run.', '叠加层服务未运行。'), {
      remedy: say('Start Livedeck again.', '请重新启动 Livedeck。'),
    });
  const { way } = there.source.source;
  const [first] = pagesFor(facts, way);
  if (first === undefined) return noPage(way);
  if (facts.page.blank)
    return wrong(
      say('The overlay is blanked, so nothing is to be seen.', '叠加层已被清屏，不会显示任何内容。'),
      {
        remedy: say('End "Blank now" or the panic.', '请结束“立即清屏”或紧急模式。'),
      },
    );
  const { width, height, chromium } = first;
  return fine(
    say(
      `The page is connected (${width}×${height}, Chromium ${chromium || '?'}).`,
      `页面已连接（${width}×${height}，Chromium ${chromium || '未知'}）。`,
    ),
  );
};

export const frames: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  const { picture } = facts;
  // What OBS does not show does not move either.
  if (!there.source.active.videoShowing) return undefined;
  if (picture.taken && picture.result.moves === true)
    return fine(say('The picture in OBS moves.', 'OBS 中的画面在刷新。'));
  if (picture.taken && picture.result.moves === false)
    return wrong(say('The picture in OBS stands still.', 'OBS 中的画面是静止的。'), {
      remedy: say(
        'Do not minimise the overlay window. For a browser source, restart OBS; if it helps, switch off its browser hardware acceleration.',
        '不要最小化叠加层窗口。如使用浏览器源，请重启 OBS；仍无效可关闭 OBS 的浏览器硬件加速。',
      ),
    });
  const painting = pagesFor(facts, there.source.source.way).find(({ fps }) => fps > 0);
  if (painting !== undefined)
    return fine(
      say(
        `The page paints ${Math.round(painting.fps)} frames a second.`,
        `页面每秒绘制 ${Math.round(painting.fps)} 帧。`,
      ),
    );
  return untold(
    say('Nothing moves on the overlay just now, so it cannot be told.', '叠加层上暂无动态内容，无法判断。'),
    say('Run the picture test while you are not live.', '请在未开播时运行画面测试。'),
  );
};
