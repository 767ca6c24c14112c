import { AppWindow, Move, X } from 'lucide-react';
import type { OverlaySettings, OverlayStatus } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { KeyColour } from './key-colour.tsx';
import { PlacedWindow } from './placed-window.tsx';
import { useDo } from './use-do.ts';

/** Opens the window; on the desktop also arranges and closes it. */
const Buttons = ({ overlayId }: { readonly overlayId: string }) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const desktop = useTopic('app')?.host === 'desktop';
  const window = useTopic('overlayWindows')?.[overlayId];
  const act = useDo();
  const arranging = window?.arranging ?? 'off';
  if (!desktop || window?.open !== true)
    return (
      <button
        type="button"
        className="btn"
        onClick={() => void act(bridge.call('overlay:open-window', { overlayId }), 'failed.overlayWindow')}
      >
        <AppWindow aria-hidden="true" />
        {t('ov.openWindow')}
      </button>
    );
  return (
    <span className="ov-buttons">
      <button
        type="button"
        className={arranging === 'on' ? 'btn primary' : 'btn'}
        aria-pressed={arranging === 'on'}
        disabled={arranging === 'ending'}
        onClick={() =>
          void act(
            bridge.call('overlay-window:arrange', { overlayId, on: arranging === 'off' }),
            'failed.overlayWindowSet',
          )
        }
      >
        <Move aria-hidden="true" />
        {t(arranging === 'off' ? 'ov.win.arrange' : 'ov.win.done')}
      </button>
      <button
        type="button"
        className="btn"
        onClick={() =>
          void act(bridge.call('overlay-window:close', { overlayId }), 'failed.overlayWindowSet')
        }
      >
        <X aria-hidden="true" />
        {t('ov.win.close')}
      </button>
    </span>
  );
};

/** The overlay's own window on this computer, for tools that capture windows. */
export const WindowInspector = (props: {
  readonly overlay: OverlayStatus;
  readonly settings: OverlaySettings;
}) => {
  const { t } = useText();
  const { overlay, settings } = props;
  const desktop = useTopic('app')?.host === 'desktop';
  const placed = useTopic('overlayWindows')?.[overlay.id];
  const shown = overlay.clients.find(({ window }) => window === true);
  const open = desktop ? placed?.open === true : shown !== undefined;
  const size = shown === undefined ? '' : `${shown.width} × ${shown.height}`;
  return (
    <>
      <p className="ov-hint">{t(desktop ? 'ov.win.whatDesktop' : 'ov.win.whatBrowser')}</p>
      <div className="ov-line" role="status">
        <span className="ov-line-name">{open ? t('ov.win.open', { size }) : t('ov.win.closed')}</span>
        {desktop && open ? <span>{t(placed?.keyed === true ? 'ov.win.keyed' : 'ov.win.clear')}</span> : null}
      </div>
      <Buttons overlayId={overlay.id} />
      {placed?.arranging === 'on' ? <p className="ov-hint">{t('ov.win.arrangeHint')}</p> : null}
      {desktop ? <PlacedWindow overlayId={overlay.id} canvas={settings.canvas} /> : null}
      <section className="ov-part">
        <KeyColour value={settings.keyColour} />
        <p className="ov-hint">
          {settings.keyColour !== null
            ? t('ov.win.keyEverywhere')
            : t(desktop ? 'ov.win.clearDesktop' : 'ov.win.clearBrowser')}
        </p>
      </section>
    </>
  );
};
