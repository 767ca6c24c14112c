export { AirLockStrip } from './air-lock-strip.tsx';
export { BlankSwitch } from './blank-switch.tsx';
export { createPicture, type Picture } from './picture.ts';
export { PurgeSign } from './purge-sign.tsx';
