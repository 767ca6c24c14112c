import type { Examine, Finding, ObsFacts } from './facts.ts';
import { fine, say, wrong } from './findings.ts';
import { sourceIn } from './source-checks.ts';

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
