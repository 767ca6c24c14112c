import { activeAnswer, programSceneAnswer } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';
import { findItem } from './scene-items.ts';

type Named = { readonly inputName: string };

const isIn = async (request: ObsRequest, scene: string, inputName: string): Promise<boolean> => {
  const placed = await findItem(request, scene, inputName);
  return placed.ok && placed.value !== undefined;
};

/** How little a source is seen: 0 = it stands in the scene that is meant, then on air, in the scene on air, in a preview. */
const hiddenness = async (
  request: ObsRequest,
  { inputName }: Named,
  scenes: { readonly meant: string | null; readonly program: string },
): Promise<number> => {
  const { meant, program } = scenes;
  if (meant !== null && meant !== program && (await isIn(request, meant, inputName))) return 0;
  const active = await request('GetSourceActive', { sourceName: inputName }, activeAnswer);
  if (active.ok && active.value.videoActive) return 1;
  if (await isIn(request, program, inputName)) return 2;
  return active.ok && active.value.videoShowing ? 3 : 4;
};

/** Of several sources of one overlay the one in the scene that is meant (`null` = on air), or that is seen most. */
export const mostSeen = async <S extends Named>(
  request: ObsRequest,
  sources: readonly S[],
  meant: string | null,
): Promise<S | undefined> => {
  const answer = await request('GetCurrentProgramScene', undefined, programSceneAnswer);
  const program = answer.ok ? answer.value.currentProgramSceneName : '';
  let best: { readonly source: S; readonly hidden: number } | undefined;
  for (const source of sources) {
    const hidden = await hiddenness(request, source, { meant, program });
    if (best === undefined || hidden < best.hidden) best = { source, hidden };
  }
  return best?.source;
};
