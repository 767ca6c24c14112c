import { type Action, MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import { assertNever } from '../../../../main/contract/result.ts';
import { durationText, type Text } from '../../i18n/index.ts';
import { isolatedText } from '../feed/index.ts';

const NICK_LIMIT = 60;

const nickOf = (action: { readonly nick: string; readonly userId: string }): string =>
  isolatedText(action.nick || action.userId, NICK_LIMIT);

const forTime = (seconds: number, { t }: Text, key: 'action.mute' | 'action.ban', nick: string): string =>
  seconds >= MUTE_FOREVER_SECONDS
    ? t(`${key}Forever`, { nick })
    : t(key, { nick, time: durationText(seconds, t) });

/** What an action does, in a few words: for the journal, the status line and failures. */
export const actionText = (action: Action, text: Text): string => {
  const { t } = text;
  switch (action.type) {
    case 'mute':
      return forTime(action.seconds, text, 'action.mute', nickOf(action));
    case 'unmute':
      return t('action.unmute', { nick: nickOf(action) });
    case 'ban':
      return forTime(action.seconds, text, 'action.ban', nickOf(action));
    case 'unban':
      return t('action.unban', { nick: nickOf(action) });
    case 'hide-comment':
      return t('action.hideComment', { nick: nickOf(action) });
    case 'show-comment':
      return t('action.showComment', { nick: nickOf(action) });
    case 'hide-user':
      return t('action.hideUser', { nick: nickOf(action) });
    case 'show-user':
      return t('action.showUser', { nick: nickOf(action) });
    case 'recall':
      return t('action.recall', { nick: nickOf(action) });
    case 'warn':
      return t(action.to === 'room' ? 'action.warnRoom' : 'action.warnUser', {
        nick: nickOf(action),
        text: isolatedText(action.text, 200),
      });
    case 'mute-all':
      return t('action.muteAll');
    case 'unmute-all':
      return t('action.unmuteAll');
    case 'notice':
      return t('action.notice', { text: isolatedText(action.text, 200) });
    default:
      return assertNever(action);
  }
};
