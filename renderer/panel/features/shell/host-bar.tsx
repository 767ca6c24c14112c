import { Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';

/** Says calmly that the main process does not answer, for how long, and that nobody has to do anything. */
export const HostBar = () => {
  const { t } = useText();
  const { bridge, clock } = usePanel();
  const link = useStore(bridge.link);
  const away = link.state === 'away';
  const now = useNow(clock, 1_000, away);
  if (!away) return null;
  const n = Math.max(0, Math.floor((now - link.since) / 1000));
  return (
    <div className="host-bar" role="status">
      <Unplug aria-hidden="true" />
      <strong>{t('host.away')}</strong>
      <span>{t('host.awayText', { n })}</span>
    </div>
  );
};
