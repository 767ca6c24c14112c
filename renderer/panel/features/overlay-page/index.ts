export { createStudio, type Studio } from './studio.ts';
