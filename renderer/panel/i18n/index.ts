export { createI18n, pickLanguage } from './create-i18n.ts';
export { countdownText, durationText, timeOfDay } from './durations.ts';
export type { MessageKey, Translate } from './message-types.ts';
export { type Text, TextProvider, useText } from './text-provider.tsx';
