export { ownButtonText } from './own-button-text.ts';
export { ownButtonAt, ownButtons } from './own-buttons.ts';
export { OwnButtons } from './own-buttons-view.tsx';
