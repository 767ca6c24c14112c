import { useEffect, useRef, useState } from 'react';
import type { OverlaySettings } from '../../../../main/contract/models/overlay.ts';
import { type OverlayPreviewOrder, overlayPreviewReady } from '../../../../main/contract/overlay-preview.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { createSample } from './sample.ts';

/** Between two beats of the made-up show. */
const BEAT_MS = 900;

/**
 * In the desktop's own scheme the panel counts as a page from elsewhere, so the frame is handed its leave to reach this
 * computer. Older browsers do not know these words, and in them the panel comes from this computer itself.
 */
const NEARBY = 'loopback-network; local-network; local-network-access';

/** The overlay's own page, at its own size, made small. What is tried in it stays in it. */
export const PreviewFrame = (props: {
  readonly url: string;
  readonly settings: OverlaySettings;
  readonly scale: number;
  readonly sample: boolean;
}) => {
  const { t } = useText();
  const { clock } = usePanel();
  const desktop = useTopic('app')?.host === 'desktop';
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const { url, settings, sample } = props;
  const { language } = settings;

  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      if (source === frame.current?.contentWindow && data === overlayPreviewReady) setReady((n) => n + 1);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  useEffect(() => {
    const post = (order: OverlayPreviewOrder) =>
      frame.current?.contentWindow?.postMessage(order, new URL(url).origin);
    if (ready > 0) post({ type: 'livedeck:try', settings });
  }, [ready, settings, url]);

  useEffect(() => {
    if (ready === 0) return;
    const post = (order: OverlayPreviewOrder) =>
      frame.current?.contentWindow?.postMessage(order, new URL(url).origin);
    post({ type: 'livedeck:sample', on: sample });
    if (!sample) return;
    const next = createSample(clock.now);
    let stop: () => void = () => undefined;
    const beat = () => {
      post({ type: 'livedeck:show', items: next(language) });
      stop = clock.after(BEAT_MS, beat);
    };
    beat();
    return () => stop();
  }, [ready, sample, language, url, clock]);

  const { width, height } = settings.canvas;
  return (
    <iframe
      ref={frame}
      className="ov-frame"
      title={t('ov.preview')}
      src={`${url}?preview`}
      sandbox="allow-scripts allow-same-origin"
      allow={desktop ? NEARBY : undefined}
      tabIndex={-1}
      style={{ width, height, transform: `scale(${props.scale})` }}
    />
  );
};
