export { JournalPage } from './journal-page.tsx';
export { StatusSign } from './status-sign.tsx';
