import { EyeOff } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { useKeyText } from '../commands/index.ts';

/** Stands before a comment that is off the screen, and says how it comes back. */
export const HiddenNote = ({ recalled }: { readonly recalled: boolean }) => {
  const { t } = useText();
  const key = useKeyText('undo');
  const hidden = key === '' ? t('feed.hiddenOnly') : t('feed.hidden', { key });
  return (
    <span className="hidden-note">
      <EyeOff aria-hidden="true" />
      {recalled ? t('feed.recalled') : hidden}
    </span>
  );
};
