import { otherThings } from '../other-things.ts';

/** Takes all steps of something at once. */
export const runToEnd = <T>(steps: Generator<undefined, T>): T => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

/** Takes the steps beside everything else; `undefined` where the result is not wanted any more. */
export const runBeside = async <T>(
  steps: Generator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | undefined> => {
  let step = steps.next();
  while (step.done !== true) {
    await otherThings();
    if (!isWanted()) return undefined;
    step = steps.next();
  }
  return step.value;
};
