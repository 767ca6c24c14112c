export { HighlightsColumn } from './highlights-column.tsx';
