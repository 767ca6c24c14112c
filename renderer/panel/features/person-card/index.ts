export { LastActs } from './last-acts.tsx';
export { PersonCard } from './person-card.tsx';
export { NOTE_FIELD } from './person-note.tsx';
export { PersonView } from './person-view.tsx';
