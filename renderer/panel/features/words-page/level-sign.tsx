import { CircleCheck, EyeOff, Flag, ShieldQuestion } from 'lucide-react';
import type { VerdictLevel } from '../../../../main/contract/models/verdict.ts';
import { useText } from '../../i18n/index.ts';

const signs = { clean: CircleCheck, flag: Flag, hold: ShieldQuestion, block: EyeOff } as const;

/** What a rule does, as a sign, a word and a colour. */
export const LevelSign = ({ level }: { readonly level: VerdictLevel }) => {
  const { t } = useText();
  const Sign = signs[level];
  return (
    <span className="level-sign" data-level={level}>
      <Sign aria-hidden="true" />
      {t(`verdict.${level}`)}
    </span>
  );
};
