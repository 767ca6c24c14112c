export { createWordKeys, type WordDeeds, type WordKeys } from './word-keys.ts';
