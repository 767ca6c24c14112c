import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { markKey, type PersonMark } from '../../../../main/contract/models/user-card.ts';
import type { Verdict } from '../../../../main/contract/models/verdict.ts';
import type { TopicValues } from '../../bridge/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { personOfRow } from '../desk/index.ts';
import {
  commentOf,
  entryOfRow,
  type HiddenState,
  hiddenState,
  type Marks,
  type Row,
  sameRow,
} from '../feed/index.ts';
import { type MutedUntil, mutedUntil, type Pending } from '../moderation/index.ts';

/** What all rows of a list depend on. */
export type RowFacts = {
  readonly pending: readonly Pending[];
  readonly known: TopicValues['marks'];
  readonly accounts: TopicValues['accounts'];
  readonly now: number;
};

/** Mutes end on the second. */
const SECOND_MS = 1_000;

export const useRowFacts = (): RowFacts => {
  const { clock, moderation } = usePanel();
  const pending = useStore(moderation.state, (state) => state.pending);
  const known = useTopic('marks');
  const accounts = useTopic('accounts');
  const now = Math.ceil(clock.now() / SECOND_MS) * SECOND_MS;
  return useMemo(() => ({ pending, known, accounts, now }), [pending, known, accounts, now]);
};

/** A row in its list. */
export type RowPlace = {
  readonly domId: string;
  readonly row: Row;
  readonly selected: boolean;
  /** Among those chosen for an act on all of them; absent while none is. */
  readonly chosen: boolean | undefined;
  readonly hovered: boolean;
};

/** Everything that a row's looks depend on. */
export type DrawnRow = RowPlace & {
  readonly hidden: HiddenState;
  readonly peeked: boolean;
  readonly muted: MutedUntil;
  /** Another verdict than the one that the comment came with. */
  readonly verdict: Verdict | undefined;
  readonly firstTime: boolean;
  readonly mark: PersonMark | undefined;
};

/** Works out what a row's looks depend on, so that nothing else makes it draw. */
export const drawnRow = (
  place: RowPlace,
  room: Room,
  marks: Marks,
  peeked: ReadonlySet<string>,
  { pending, known, accounts, now }: RowFacts,
): DrawnRow => {
  const entry = entryOfRow(place.row);
  const comment = commentOf(entry);
  const person = personOfRow(place.row);
  const app = accounts?.[room.accountId]?.sdkAppId ?? 0;
  return {
    ...place,
    hidden: entry === undefined ? 'shown' : hiddenState(marks, entry),
    peeked: comment !== undefined && peeked.has(comment.id),
    muted: person === undefined ? undefined : mutedUntil(room, pending, person.userId, now),
    verdict: comment === undefined ? undefined : marks.verdicts.get(comment.id),
    firstTime: comment !== undefined && marks.firstTime.has(comment.id),
    mark: person === undefined ? undefined : known?.[markKey(app, person.userId)],
  };
};

/** Whether two rows look the same. Asked for every row on screen whenever something came. */
export const looksSame = (a: DrawnRow, b: DrawnRow): boolean =>
  sameRow(a.row, b.row) &&
  a.domId === b.domId &&
  a.selected === b.selected &&
  a.chosen === b.chosen &&
  a.hovered === b.hovered &&
  a.hidden === b.hidden &&
  a.peeked === b.peeked &&
  a.muted === b.muted &&
  a.verdict === b.verdict &&
  a.firstTime === b.firstTime &&
  a.mark === b.mark;
