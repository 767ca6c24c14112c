export { createHeld, type Held } from './held.ts';
export { type Fate, fateOf, waitingItems } from './waiting.ts';
