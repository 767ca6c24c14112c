export { chordText } from './chord-text.ts';
export { Keys } from './keys.tsx';
export { Segments } from './segments.tsx';
export { Tip } from './tip.tsx';
export { useKeptPlaces } from './use-kept-places.ts';
export { useNow } from './use-now.ts';
export { usePointerAim } from './use-pointer-aim.ts';
