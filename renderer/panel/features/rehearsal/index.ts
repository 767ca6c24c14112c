export { RehearsalBand } from './rehearsal-band.tsx';
export { createRehearsalControl, type RehearsalControl } from './rehearsal-control.ts';
