export { PanicBand } from './panic-band.tsx';
export { createPanicControl, type PanicControl } from './panic-control.ts';
