import { CircleCheck, CircleDashed, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ObsStatus } from '../../../../main/contract/models/obs.ts';
import type { ObsState } from '../../../../main/contract/models/obs-state.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';
import { ConnectedFacts } from './connected-facts.tsx';
import { leavesComputer } from './obs-view.ts';

const signs = {
  off: CircleDashed,
  connecting: LoaderCircle,
  connected: CircleCheck,
  refused: CircleX,
  unreachable: CircleX,
} as const;

const StatusWords = ({ obs }: { readonly obs: ObsState }) => {
  const { t, told } = useText();
  const { clock } = usePanel();
  const { status, settings } = obs;
  const now = useNow(clock, 1_000, status.state === 'unreachable');
  if (status.state === 'off') return <p>{t('obs.offText')}</p>;
  if (status.state === 'connecting')
    return <p>{t('obs.connectingTo', { address: settings.address, port: settings.port })}</p>;
  if (status.state === 'connected') return null;
  const { text, remedy, vendor } = status.error;
  const n = status.state === 'unreachable' ? Math.max(0, Math.ceil((status.retryAt - now) / 1000)) : 0;
  return (
    <>
      <p>
        {told({ text, remedy })} {vendor === undefined ? null : <code>{vendor.info}</code>}
      </p>
      <p className="quiet">{status.state === 'unreachable' ? t('obs.again', { n }) : t('obs.notAgain')}</p>
    </>
  );
};

const leaving = {
  connecting: 'obs.stopTrying',
  unreachable: 'obs.stopTrying',
  connected: 'obs.disconnect',
  refused: 'obs.switchOff',
} as const;

const StatusButtons = ({ status }: { readonly status: ObsStatus }) => {
  const { t } = useText();
  const { obs } = usePanel();
  if (status.state === 'off') return null;
  return (
    <div className="head-buttons">
      {status.state === 'unreachable' || status.state === 'refused' ? (
        <button type="button" className="btn" onClick={obs.connect}>
          {t('obs.tryNow')}
        </button>
      ) : null}
      <button type="button" className="btn quiet" onClick={obs.disconnect}>
        {t(leaving[status.state])}
      </button>
    </div>
  );
};

/** How the connection stands, and what OBS does now. */
export const StatusPart = ({ obs }: { readonly obs: ObsState }) => {
  const { t } = useText();
  const { status, settings } = obs;
  const Sign = signs[status.state];
  return (
    <section className="obs-status" aria-labelledby="obs-status" data-state={status.state}>
      <Sign className={status.state === 'connecting' ? 'spin' : ''} aria-hidden="true" />
      <div className="obs-status-words">
        <div role="status">
          <h2 id="obs-status">
            {status.state === 'connected'
              ? t('obs.connectedTo', { version: status.obsVersion })
              : t(`obs.state.${status.state}`)}
          </h2>
        </div>
        <StatusWords obs={obs} />
        {status.state === 'connected' ? <ConnectedFacts status={status} /> : null}
        {status.state !== 'off' && leavesComputer(settings.address) ? (
          <p className="obs-warning">
            <TriangleAlert aria-hidden="true" />
            {t('obs.overNetwork')}
          </p>
        ) : null}
      </div>
      <StatusButtons status={status} />
    </section>
  );
};
