export { createObs, type ObsControl } from './obs.ts';
export { ObsBadge } from './obs-badge.tsx';
export { obsAir } from './obs-view.ts';
