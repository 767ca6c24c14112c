import { useEffect, useRef } from 'react';
import type { Hit } from '../../../../main/contract/models/user-card.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { hiddenState } from '../feed/index.ts';
import { HiddenNote, Nick, RoleBadge } from '../feed-view/index.ts';
import { PersonSigns, useMark, whenText } from '../people/index.ts';
import { FoundWords } from './found-words.tsx';

export const hitDomId = (index: number): string => `hit-${index}`;

/** One comment that was found. */
export const SearchRow = (props: {
  readonly hit: Hit;
  readonly index: number;
  readonly sought: string;
  readonly selected: boolean;
}) => {
  const { language } = useText();
  const { clock, feeds } = usePanel();
  const { roomKey, roomName, item } = props.hit;
  const mark = useMark({ roomKey, userId: item.person.userId });
  const marks = feeds.get(roomKey)?.getState().marks;
  const state = marks === undefined ? 'shown' : hiddenState(marks, { seq: -1, item });
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.selected]);
  return (
    <div
      ref={row}
      id={hitDomId(props.index)}
      className="hit"
      role="treeitem"
      tabIndex={-1}
      aria-selected={props.selected}
      data-state={state}
      data-hit={props.index}
    >
      <time className="quiet">{whenText(item.at, clock.now(), language)}</time>
      <bdi className="hit-room quiet">{roomName}</bdi>
      <span className="hit-said">
        <Nick person={item.person} />
        <RoleBadge role={item.person.role} />
        <PersonSigns firstTime={marks?.firstTime.has(item.id) === true} mark={mark} />
        {state === 'shown' ? null : <HiddenNote recalled={state === 'recalled'} />}
        <FoundWords text={item.text} sought={props.sought} />
      </span>
    </div>
  );
};
