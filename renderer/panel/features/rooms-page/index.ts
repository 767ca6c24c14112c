export { createRooms, type RoomsControl } from './rooms.ts';
export { RoomsPage } from './rooms-page.tsx';
