import { pickLanguage } from '../../../main/contract/pick-language.ts';
import { loadMessages } from './load-messages.ts';

// The page's first script, small and on its own: the words are on their way while the rest is still being read. Where
// they cannot be had, whoever waits for them learns it.
loadMessages(pickLanguage(null, navigator.languages)).catch(() => undefined);
