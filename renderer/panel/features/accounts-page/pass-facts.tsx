import type { PassRight } from '../../../../main/contract/models/pass.ts';
import { useText } from '../../i18n/index.ts';

/** What a pass allows, as words: "Speak, Mute". A pass without rights is for reading. */
export const RightsText = ({ may }: { readonly may: readonly PassRight[] }) => {
  const { t, language } = useText();
  const words = may.map((right) => t(`pass.right.${right}`));
  return words.length === 0 ? t('pass.reads') : words.join(language === 'en' ? ', ' : '、');
};
