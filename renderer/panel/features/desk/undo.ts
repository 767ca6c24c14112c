import { entryOfRow, type Feeds, hiddenState } from '../feed/index.ts';
import type { Moderation } from '../moderation/index.ts';
import { saidMeant } from './acts.ts';
import type { Selection } from './selection.ts';
import type { Subject } from './subject.ts';

/** What the key for undo means: the entry that is selected, else what hid the selected comment, else the last act. */
export const createUndo = (deps: {
  readonly feeds: Feeds;
  readonly moderation: Moderation;
  readonly selection: Pick<Selection, 'entry' | 'aim'>;
}) => {
  const { feeds, moderation, selection } = deps;

  const isHidden = ({ roomKey, row }: Subject): boolean => {
    const marks = feeds.get(roomKey)?.getState().marks;
    const entry = entryOfRow(row);
    return marks !== undefined && entry !== undefined && hiddenState(marks, entry) === 'hidden';
  };

  return () => {
    const entry = selection.entry();
    if (entry !== undefined) return void moderation.undoEntry(entry);
    const about = selection.aim();
    if (about !== undefined && about.chosen === undefined && isHidden(about))
      return void moderation.undoHiding(saidMeant(about));
    void moderation.undoLast();
  };
};
