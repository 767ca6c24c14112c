export { acceleratorText } from './accelerator.ts';
export { createDesktopControl, type DesktopControl } from './desktop-control.ts';
export { GlobalKeys } from './global-keys.tsx';
export { UpdateStatus, UpdateStrip } from './update-strip.tsx';
