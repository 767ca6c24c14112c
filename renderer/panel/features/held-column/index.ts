export { HeldColumn } from './held-column.tsx';
