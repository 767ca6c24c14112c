export { pickLanguage } from '../../../main/contract/pick-language.ts';
export { createI18n, speak } from './create-i18n.ts';
export { countdownText, durationText, spanText, timeOfDay } from './durations.ts';
export { loadMessages } from './load-messages.ts';
export type { MessageKey, Translate } from './message-types.ts';
export { type Text, TextProvider, useText } from './text-provider.tsx';
