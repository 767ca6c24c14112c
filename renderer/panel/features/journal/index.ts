export { asTheyStand, canUndo, type Entries, undoBar } from './entries.ts';
export { createJournal, type Journal } from './journal.ts';
export {
  chosenEntries,
  createJournalPick,
  type JournalPick,
  journalChoices,
  MOST_LISTED,
} from './journal-pick.ts';
export { createLookUp, type JournalAsk, type LookUp, noAsk } from './look-up.ts';
export { NewEntries } from './new-entries.tsx';
export { StatusSign } from './status-sign.tsx';
export { entryThatHid } from './what-hid.ts';
