import { Popover } from '@base-ui/react/popover';
import { Check, Copy, MonitorPlay } from 'lucide-react';
import { useState } from 'react';
import type { OverlayStatus } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';

const COPIED_MS = 2_000;

const Clients = ({ overlay }: { readonly overlay: OverlayStatus }) => {
  const { t } = useText();
  const clients = overlay.clients.filter(({ preview }) => !preview);
  if (clients.length === 0) return <p>{t('overlay.nobody')}</p>;
  return (
    <ul className="overlay-clients">
      {clients.map((client) => (
        <li key={client.id}>
          <span className="connection-dot" aria-hidden="true" />
          {client.obs ? t('overlay.inObs') : t('overlay.inBrowser')}
          <span className="quiet">
            {Math.round(client.width)}×{Math.round(client.height)}
            {client.fps > 0 ? ` · ${t('overlay.fps', { n: Math.round(client.fps) })}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
};

const CopyAddress = ({ overlayId }: { readonly overlayId: string }) => {
  const { t } = useText();
  const { bridge, clock, toasts, copy: toClipboard } = usePanel();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const answer = await bridge.call('overlay:url', { overlayId });
    if (!answer.ok) {
      toasts.show({
        title: (text) => text.t('failed.overlay'),
        troubles: [{ where: undefined, error: answer.error }],
        retry: () => void copy(),
      });
      return;
    }
    if (!(await toClipboard(answer.value.url))) return;
    setCopied(true);
    clock.after(COPIED_MS, () => setCopied(false));
  };
  return (
    <button type="button" className="btn primary" onClick={() => void copy()}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{copied ? t('overlay.copied') : t('overlay.copy')}</span>
    </button>
  );
};

/** Whether comments reach the picture, and the address that OBS needs for it. */
export const OverlayLink = () => {
  const { t } = useText();
  const overlays = Object.values(useTopic('overlays') ?? {});
  const clients = overlays.flatMap((overlay) => overlay.clients).filter(({ preview }) => !preview);
  const blank = overlays.some((overlay) => overlay.blank);
  if (overlays.length === 0) return null;
  const state = clients.length === 0 ? 'none' : blank ? 'blank' : 'on';
  return (
    <Popover.Root>
      <Popover.Trigger className="status-item status-button" data-overlay={state}>
        <MonitorPlay aria-hidden="true" />
        {state === 'none' ? t('overlay.off') : null}
        {state === 'blank' ? t('overlay.blank') : null}
        {state === 'on' ? t('overlay.on', { count: clients.length }) : null}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="layer" sideOffset={6} side="top" align="end">
          <Popover.Popup className="popup form">
            <Popover.Title>{t('overlay.title')}</Popover.Title>
            <Popover.Description>{t('overlay.how')}</Popover.Description>
            {overlays.map((overlay) => (
              <div key={overlay.id} className="overlay-one">
                {overlays.length > 1 ? <h3>{overlay.name}</h3> : null}
                <Clients overlay={overlay} />
                <CopyAddress overlayId={overlay.id} />
              </div>
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
