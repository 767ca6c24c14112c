export { ColumnFilter } from './column-filter.tsx';
