export { createSettingsControl, type SettingsControl } from './settings-control.ts';
