import { useEffect, useRef, useState } from 'react';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { createRulePages, everyRule, type RuleFilter } from './rule-pages.ts';

/** A pause in the typing that long, and the list is searched. */
const PAUSE_MS = 150;

/** The rules of a filter, read again whenever they changed anywhere. */
export const useRules = () => {
  const { bridge, clock } = usePanel();
  const revision = useTopic('words')?.revision;
  const [pages] = useState(() => createRulePages({ bridge }));
  const [filter, setFilter] = useState<RuleFilter>(everyRule);
  const inSight = useRef({ first: 0, last: 0 });
  const shownText = useRef(filter.text);
  const shownRevision = useRef<number | undefined>(undefined);

  useEffect(() => {
    if (revision === undefined) return;
    const sameRules = shownRevision.current !== revision;
    const typing = shownText.current !== filter.text;
    const { first, last } = sameRules && !typing ? inSight.current : { first: 0, last: 0 };
    shownText.current = filter.text;
    shownRevision.current = revision;
    return clock.after(typing ? PAUSE_MS : 0, () => pages.show(filter, first, last));
  }, [pages, filter, revision, clock]);

  return {
    pages,
    filter,
    inSight,
    filterName: JSON.stringify(filter),
    change: (part: Partial<RuleFilter>) => setFilter((now) => ({ ...now, ...part })),
    again: () => pages.show(filter, inSight.current.first, inSight.current.last),
  };
};
