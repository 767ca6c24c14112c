import { appError, type Localized } from '../../../../main/contract/app-error.ts';
import type { HeldDecision, HeldEnd, HeldItem } from '../../../../main/contract/models/held.ts';
import { clippedText } from '../feed/index.ts';
import type { Trouble } from '../toasts/index.ts';

const hideIt: Localized = {
  en: 'Hide it if it must not be seen.',
  'zh-CN': '如果不该显示，请将它隐藏。',
};
const showIt: Localized = {
  en: 'To show it, undo its hiding in the journal.',
  'zh-CN': '如需显示，请在日志中撤销对它的隐藏。',
};

const whatBecame = ({ outcome, released, by }: HeldEnd): Localized => {
  if (outcome === 'unknown')
    return { en: 'It waits no longer, and nothing was done.', 'zh-CN': '它已不再待审，这次操作没有生效。' };
  if (outcome === 'timed-out')
    return released
      ? { en: 'Its time had run out, and it was let through.', 'zh-CN': '它已超时，并已放行。' }
      : { en: 'Its time had run out, and it is hidden.', 'zh-CN': '它已超时，并已隐藏。' };
  if (released) return { en: `${by} had approved it before.`, 'zh-CN': `${by} 此前已通过这条评论。` };
  return by === ''
    ? { en: 'It had been recalled before, and is hidden.', 'zh-CN': '它此前已被撤回，并已隐藏。' }
    : { en: `${by} had taken it off before.`, 'zh-CN': `${by} 此前已拒绝或隐藏这条评论。` };
};

/** Comments that had ended otherwise before a decision about them came, each with what became of it. */
export const tooLate = (
  items: readonly HeldItem[],
  decision: HeldDecision,
  ends: readonly HeldEnd[],
): readonly Trouble[] => {
  const letsThrough = decision === 'approve' || decision === 'approve-and-allow';
  return ends
    .filter(({ first, released }) => !first && released !== letsThrough)
    .map((end) => {
      const said = items.find(({ id }) => id === end.id)?.item;
      const remedy = end.released ? hideIt : showIt;
      return {
        where: said === undefined ? undefined : clippedText(`${said.person.nick}: ${said.text}`, 60),
        error: appError('conflict', whatBecame(end), end.outcome === 'unknown' ? {} : { remedy }),
      };
    });
};
