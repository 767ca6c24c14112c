export { createHeld, type Held } from './held.ts';
export { waitingItems } from './waiting.ts';
