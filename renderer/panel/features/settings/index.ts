export { createSettingsControl, type SettingsControl } from './settings-control.ts';
export { SettingsPage } from './settings-page.tsx';
