import './styles/base.css';
import './styles/layers.css';
import './styles/names.css';
import './styles/motion.css';
import './styles/themes/outline.css';
import './styles/themes/bubble.css';
import './styles/themes/studio.css';
import './styles/themes/arcade.css';
import './styles/themes/paper.css';
import './styles/themes/night.css';
import type { OverlayPageFrame } from '../../main/contract/overlay-protocol.ts';
import { element } from './dom/element.ts';
import { afterPaint } from './link/after-paint.ts';
import { createFrameMeter } from './link/frame-meter.ts';
import { createSession, pageProtocolVersion } from './link/session.ts';
import { createSocket } from './link/socket.ts';
import { createStage } from './stage.ts';
import { wordsFor } from './words.ts';

const preview = new URLSearchParams(location.search).has('preview');

const describePage = (): OverlayPageFrame => ({
  type: 'ready',
  version: pageProtocolVersion,
  width: window.innerWidth,
  height: window.innerHeight,
  chromium: Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0),
  obs: /\bOBS\/\d/.test(navigator.userAgent) || 'obsstudio' in window,
  preview,
});

/** Only the panel's preview says that it waits; on air an overlay without Livedeck is simply empty. */
const createWaitingSign = () => {
  const sign = element(
    'div',
    'waiting',
    wordsFor(navigator.language.startsWith('zh') ? 'zh-CN' : 'en').waiting,
  );
  document.body.append(sign);
  return { show: (on: boolean) => (sign.hidden = !(on && preview)) };
};

const watchVisibility = (setHidden: (hidden: boolean) => void) => {
  document.addEventListener('visibilitychange', () => setHidden(document.hidden));
  // OBS tells pages of its browser source when the source is switched off (obs-browser README).
  window.addEventListener('obsSourceVisibleChanged', (event) => {
    const { detail } = event as CustomEvent<{ visible?: boolean }>;
    setHidden(document.hidden || detail?.visible === false);
  });
};

const start = (root: HTMLElement) => {
  const stage = createStage(root);
  const sign = createWaitingSign();
  let shownFps = 0;
  const send = (frame: OverlayPageFrame) => socket.send(frame);
  const sendFrames = (fps: number) => {
    if (fps === 0 && shownFps === 0) return;
    shownFps = fps;
    send({ type: 'frames', fps, onScreen: stage.onScreen() });
  };
  const meter = createFrameMeter({ isMoving: () => document.getAnimations().length > 0, report: sendFrames });
  const session = createSession({
    screen: {
      ...stage,
      show: (items) => {
        stage.show(items);
        meter.wake();
      },
    },
    reply: send,
    afterPaint,
    now: Date.now,
    onOtherVersion: () => setTimeout(() => location.reload(), 2000),
  });
  const socket = createSocket({
    url: `ws://${location.host}${location.pathname}socket`,
    onOpen: () => {
      sign.show(false);
      send(describePage());
    },
    onFrame: session.take,
    onLost: () => sign.show(true),
    onAbandoned: session.abandon,
  });
  sign.show(true);
  stage.setHidden(document.hidden);
  watchVisibility(stage.setHidden);
  window.addEventListener('resize', () => {
    stage.resized();
    send(describePage());
  });
};

const root = document.getElementById('stage');
if (root) start(root);
