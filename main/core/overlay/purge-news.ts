import type { PurgeNews } from '../../contract/models/overlay.ts';
import type { PurgeReport } from './purges.ts';

/** What the panel tells of a purge: how many pages on air took it off and how fast, and which said nothing. */
export const purgeNews = (
  { purgeId, waiting, receipts }: PurgeReport,
  { at, nameOf }: { readonly at: number; readonly nameOf: (overlayId: string) => string },
): PurgeNews | undefined => {
  const onAir = receipts.filter(({ preview }) => !preview);
  if (onAir.length === 0) return undefined;
  const answered = onAir.filter((receipt) => receipt.answered);
  return {
    purgeId,
    at,
    waiting,
    answered: answered.length,
    ms: Math.max(0, ...answered.map(({ ms }) => ms)),
    removed: answered.reduce((sum, { removed }) => sum + removed, 0),
    missing: onAir
      .filter((receipt) => !receipt.answered)
      .map(({ overlayId, obs }) => ({ overlay: nameOf(overlayId), obs })),
  };
};
