import type { ObsWindow } from '../../contract/models/obs.ts';
import { err, type Result } from '../../contract/result.ts';
import { readKinds } from './choose-way.ts';
import { findSource } from './find-source.ts';
import type { ObsRequest } from './obs-session.ts';
import { chooseWindowKind, windowKindOf } from './source-kinds.ts';
import { noWindowCapture } from './source-problems.ts';
import type { ObsTarget } from './source-target.ts';
import { listWindows, listWindowsUnplaced } from './windows.ts';

/** The windows that this OBS could capture now. */
export const windowsNow = async (
  request: ObsRequest,
  target: ObsTarget,
): Promise<Result<readonly ObsWindow[]>> => {
  const found = await findSource(request, target);
  if (!found.ok) return found;
  const ownKind = found.value && windowKindOf(found.value.kind);
  if (found.value !== undefined && ownKind !== undefined)
    return listWindows(request, found.value.inputName, ownKind);
  const kinds = await readKinds(request);
  if (!kinds.ok) return kinds;
  const kind = chooseWindowKind(kinds.value);
  if (kind === undefined) return err(noWindowCapture);
  return listWindowsUnplaced(request, kind, `${target.inputName} (window list)`);
};
