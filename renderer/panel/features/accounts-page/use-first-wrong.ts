import { type RefObject, useEffect, useRef } from 'react';

/** Puts the cursor in the first field that is wrong, each time a form was looked over. */
export const useFirstWrong = (
  problems: Readonly<Record<string, unknown>>,
): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return form;
};
