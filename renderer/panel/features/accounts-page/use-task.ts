import { useCallback, useState } from 'react';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { Result } from '../../../../main/contract/result.ts';

/** One call of a form: whether it is under way, and what the host said against it. */
export const useTask = () => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const run = useCallback(async <T>(work: () => Promise<Result<T>>): Promise<T | undefined> => {
    setBusy(true);
    setError(undefined);
    const answer = await work();
    setBusy(false);
    if (answer.ok) return answer.value;
    setError(answer.error);
    return undefined;
  }, []);
  return { busy, error, run, forget: () => setError(undefined) };
};
