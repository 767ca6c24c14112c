export { asTheyStand, canUndo, type Entries, undoBar } from './entries.ts';
export { createJournal, type Journal } from './journal.ts';
export {
  createJournalPick,
  type JournalPick,
  journalChoices,
  listedEntries,
} from './journal-pick.ts';
export { createLookUp, type JournalAsk, type LookUp, noAsk } from './look-up.ts';
export { StatusSign } from './status-sign.tsx';
export { entryThatHid } from './what-hid.ts';
