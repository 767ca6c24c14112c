export { OverlayLink } from './overlay-link.tsx';
