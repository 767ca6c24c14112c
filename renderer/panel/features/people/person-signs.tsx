import { Eye, NotebookPen, Sparkles } from 'lucide-react';
import type { PersonMark } from '../../../../main/contract/models/user-card.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { whenText } from './when.ts';

const WatchSign = ({ until }: { readonly until: number | null }) => {
  const { t, language } = useText();
  const { clock } = usePanel();
  const words =
    until === null
      ? t('badge.watched')
      : t('badge.watchedUntil', { when: whenText(until, clock.now(), language) });
  return (
    <span className="badge badge-watched" title={words}>
      <Eye aria-hidden="true" />
      <span className="unseen">{words}</span>
    </span>
  );
};

/** What is known of whoever said this: here for the first time, watched, with a note. */
export const PersonSigns = (props: {
  readonly firstTime: boolean;
  readonly mark: PersonMark | undefined;
}) => {
  const { t } = useText();
  const { firstTime, mark } = props;
  const watch = mark?.watch ?? undefined;
  return (
    <>
      {firstTime ? (
        <span className="badge badge-first" title={t('badge.firstTime')}>
          <Sparkles aria-hidden="true" />
          {t('badge.firstTimeWord')}
        </span>
      ) : null}
      {watch === undefined ? null : <WatchSign until={watch.until} />}
      {mark?.note === true ? (
        <span className="badge badge-noted" title={t('badge.noted')}>
          <NotebookPen aria-hidden="true" />
          <span className="unseen">{t('badge.noted')}</span>
        </span>
      ) : null}
    </>
  );
};
