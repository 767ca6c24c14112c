export { createRooms, type RoomsControl } from './rooms.ts';
