export { settingLines, settingSections } from './setting-list.ts';
export { createSettingsControl, type SettingsControl } from './settings-control.ts';
