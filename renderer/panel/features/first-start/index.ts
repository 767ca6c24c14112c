export { AccountsNext } from './accounts-next.tsx';
export { FirstStart } from './first-start.tsx';
