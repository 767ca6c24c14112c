import { useEffect, useRef } from 'react';
import { usePanel } from '../../panel-context.tsx';
import type { WordDeeds } from '../word-keys/index.ts';

/** Offers this page's deeds to the table of keys for as long as it is on screen. */
export const usePageKeys = (deeds: WordDeeds): void => {
  const { wordKeys } = usePanel();
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(
    () =>
      wordKeys.offer({
        search: () => latest.current.search(),
        add: () => latest.current.add(),
        close: () => latest.current.close(),
      }),
    [wordKeys],
  );
};
