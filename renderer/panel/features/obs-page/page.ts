export { ObsPage } from './obs-page.tsx';
