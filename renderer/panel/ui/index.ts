export { chordText } from './chord-text.ts';
export { Keys } from './keys.tsx';
export { Segments } from './segments.tsx';
export { Tip } from './tip.tsx';
export { useNow } from './use-now.ts';
