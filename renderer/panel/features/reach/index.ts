export { createReach, type Reach, roomsInReach } from './reach.ts';
export { ReachPicker } from './reach-picker.tsx';
