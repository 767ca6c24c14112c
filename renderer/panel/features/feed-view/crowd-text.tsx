import { useText } from '../../i18n/index.ts';
import { type CrowdCounts, isolatedText } from '../feed/index.ts';

/** "+312 likes · 47 joined · 3 left". */
export const CrowdText = ({ counts }: { readonly counts: CrowdCounts }) => {
  const { t, number } = useText();
  const parts = [
    counts.likes > 0 ? t('feed.likes', { count: counts.likes }) : undefined,
    counts.joined > 0 ? t('feed.joined', { count: counts.joined }) : undefined,
    counts.left > 0 ? t('feed.left', { count: counts.left }) : undefined,
    ...Object.entries(counts.counters).map(([key, value]) =>
      t('feed.counter', { key: isolatedText(key, 60), value: number(value) }),
    ),
  ].filter((part) => part !== undefined);
  return <span className="quiet">{parts.join(' · ')}</span>;
};
