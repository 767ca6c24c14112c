export { PersonCard } from './person-card.tsx';
