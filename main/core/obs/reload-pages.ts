import { err, ok, type Result } from '../../contract/result.ts';
import { noData } from './answers.ts';
import { findSources } from './find-source.ts';
import type { ObsRequest } from './obs-session.ts';
import { noSourceYet } from './source-problems.ts';
import type { ObsTarget } from './source-target.ts';

/** Lets every browser source of the overlay load its page again. */
export const reloadPages = async (request: ObsRequest, target: ObsTarget): Promise<Result<unknown>> => {
  const found = await findSources(request, [target]);
  if (!found.ok) return found;
  const sources = (found.value[0] ?? []).filter(({ way }) => way === 'browser');
  if (sources.length === 0) return err(noSourceYet);
  for (const { inputName } of sources) {
    // The name of the button "Refresh cache of current page" (obs-browser-plugin.cpp).
    const button = { inputName, propertyName: 'refreshnocache' };
    const pressed = await request('PressInputPropertiesButton', button, noData);
    if (!pressed.ok) return pressed;
  }
  return ok(null);
};
