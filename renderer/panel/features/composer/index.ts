export { type Composer, createComposer } from './composer.ts';
export { ComposerField } from './composer-field.tsx';
