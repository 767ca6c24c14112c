import { createContext, useContext } from 'react';
import { usePanel } from '../../panel-context.tsx';
import { personOfRow, type Subject } from '../desk/index.ts';
import { commentOf, entryOfRow, type Row } from '../feed/index.ts';

/** The room that the rows around here are of. */
export const RowRoomContext = createContext('');

/** What a row's own buttons need: whom it is about, and the acts. */
export const useRowDesk = (row: Row) => {
  const roomKey = useContext(RowRoomContext);
  const { desk } = usePanel();
  const person = personOfRow(row);
  const subject: Subject | undefined =
    person === undefined ? undefined : { roomKey, row, person, comment: commentOf(entryOfRow(row)) };
  /** What a press is about: all that are chosen where this row is one of them. */
  const around = (run: (about: Subject) => void) => () => {
    if (subject !== undefined) run(desk.around(subject));
  };
  return { desk, subject, around };
};
