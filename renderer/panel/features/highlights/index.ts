export { createHighlights, type Highlights } from './highlights.ts';
