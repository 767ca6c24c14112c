export { OverlayPage } from './overlay-page.tsx';
