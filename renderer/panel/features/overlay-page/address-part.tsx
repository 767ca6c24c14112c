import { AppWindow, Check, Copy, Eye, EyeOff, KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { OverlayClient, OverlayStatus } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { useDo } from './use-do.ts';

const COPIED_MS = 2_000;

const Rotate = ({ overlay, onDone }: { readonly overlay: OverlayStatus; readonly onDone: () => void }) => {
  const { t } = useText();
  const { bridge, studio, copy } = usePanel();
  const act = useDo();
  const kindAndSize = (client: OverlayClient) => {
    const kind = client.obs ? 'ov.inObs' : client.window === true ? 'ov.inWindow' : 'ov.inBrowser';
    return `${t(kind)} ${client.width}×${client.height}`;
  };
  const cutOff = overlay.clients.filter(({ preview }) => !preview);
  const rotate = async () => {
    const made = await act(bridge.call('overlay:rotate', { overlayId: overlay.id }), 'failed.overlay');
    if (made === undefined) return;
    // The old address is dead already: what comes after is done with or without the clipboard.
    await copy(made.url);
    studio.reload();
    onDone();
  };
  return (
    <fieldset className="ov-ask" aria-label={t('ov.rotate')}>
      <p>
        {cutOff.length === 0 ? t('ov.rotateNobody') : t('ov.rotateCuts', { count: cutOff.length })}
        {cutOff.length > 0 ? ' ' : null}
        {cutOff.map(kindAndSize).join(' · ')}
      </p>
      <span className="ov-buttons">
        <button type="button" className="btn small danger" onClick={() => void rotate()}>
          {t('ov.rotateNow')}
        </button>
        <button type="button" className="btn small quiet" onClick={onDone}>
          {t('ov.keep')}
        </button>
      </span>
    </fieldset>
  );
};

/** The address for OBS, a window of its own, a new secret, and blank. */
export const AddressPart = ({ overlay }: { readonly overlay: OverlayStatus }) => {
  const { t } = useText();
  const { bridge, clock, copy: toClipboard } = usePanel();
  const desktop = useTopic('app')?.host === 'desktop';
  const panic = useTopic('panic')?.on === true;
  const act = useDo();
  const [copied, setCopied] = useState(false);
  const [asking, setAsking] = useState(false);
  const overlayId = overlay.id;
  const copy = async () => {
    const found = await act(bridge.call('overlay:url', { overlayId }), 'failed.overlay');
    if (found === undefined) return;
    if (!(await toClipboard(found.url))) return;
    setCopied(true);
    clock.after(COPIED_MS, () => setCopied(false));
  };
  return (
    <div className="ov-address">
      <span className="ov-buttons">
        <button type="button" className="btn primary" onClick={() => void copy()}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{copied ? t('overlay.copied') : t('overlay.copy')}</span>
        </button>
        <button
          type="button"
          className="btn"
          title={desktop ? t('ov.windowClear') : t('ov.windowKeyed')}
          onClick={() => void act(bridge.call('overlay:open-window', { overlayId }), 'failed.overlayWindow')}
        >
          <AppWindow aria-hidden="true" />
          {t('ov.openWindow')}
        </button>
        <button type="button" className="btn" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          <KeyRound aria-hidden="true" />
          {t('ov.rotate')}
        </button>
        <button
          type="button"
          className="btn"
          aria-pressed={overlay.blank}
          disabled={panic}
          onClick={() =>
            void act(bridge.call('overlay:blank', { on: !overlay.blank, overlayId }), 'failed.blank')
          }
        >
          {overlay.blank ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
          {overlay.blank ? t('ov.unblank') : t('ov.blank')}
        </button>
      </span>
      {asking ? <Rotate overlay={overlay} onDone={() => setAsking(false)} /> : null}
    </div>
  );
};
