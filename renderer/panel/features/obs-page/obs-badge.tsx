import { Clapperboard } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { obsAir } from './obs-view.ts';

/** Whether OBS has us on its picture now; leads to the page that says more. */
export const ObsBadge = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const air = obsAir(useTopic('obs'));
  if (air === 'off') return null;
  return (
    <button
      type="button"
      className="status-item status-button obs-badge"
      data-air={air}
      onClick={() => shell.setState({ page: 'obs' })}
    >
      <Clapperboard aria-hidden="true" />
      {t(`obs.badge.${air}`)}
    </button>
  );
};
