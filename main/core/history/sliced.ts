import { ok, type Result } from '../../contract/result.ts';
import { otherThings } from '../other-things.ts';

/**
 * Runs work that comes in slices, letting everything else run in between; ends early when `stopped` says so. `step`
 * guards one slice and answers what the slice yielded, `undefined` at the end.
 */
export const runSliced = async (
  step: () => Result<number | undefined>,
  stopped: () => boolean,
): Promise<Result<number>> => {
  let total = 0;
  while (!stopped()) {
    const done = step();
    if (!done.ok) return done;
    if (done.value === undefined) return ok(total);
    total += done.value;
    await otherThings();
  }
  return ok(total);
};
