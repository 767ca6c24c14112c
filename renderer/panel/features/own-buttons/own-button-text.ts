import type { OwnButton } from '../../../../main/contract/models/own-button.ts';
import { durationText, type Text } from '../../i18n/index.ts';

const deedText = ({ deed, seconds }: OwnButton, { t }: Text): string => {
  if (deed === 'none') return '';
  const time = durationText(seconds, t);
  if (deed === 'mute') return t('act.muteFor', { time });
  if (deed === 'ban') return t('act.banFor', { time });
  return t(`own.deed.${deed}`);
};

const warnText = ({ warn }: OwnButton, { t }: Text): string => {
  if (warn === 'no') return '';
  return t(warn === 'room' ? 'own.warnRoom' : 'own.warnUser');
};

/** The name that its user gave a button, or what it does. */
export const ownButtonText = (button: OwnButton, text: Text): string =>
  button.name || [warnText(button, text), deedText(button, text)].filter(Boolean).join(' + ');
