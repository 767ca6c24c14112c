export { JournalColumn } from './journal-column.tsx';
