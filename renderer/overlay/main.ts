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
import type { OverlaySettings } from '../../main/contract/models/overlay.ts';
import type { OverlayPageFrame } from '../../main/contract/overlay-protocol.ts';
import type { OverlayBridge } from '../../main/contract/panel-wire.ts';
import { element } from './dom/element.ts';
import { fitOnScreen } from './fit-on-screen.ts';
import { createAfterPaint } from './link/after-paint.ts';
import { createFrameMeter } from './link/frame-meter.ts';
import { createSession, pageProtocolVersion, type Screen } from './link/session.ts';
import { createSocket } from './link/socket.ts';
import { createPreview } from './preview.ts';
import { createStage } from './stage.ts';
import { followArranging } from './window-frame.ts';
import { wordsFor } from './words.ts';

const query = new URLSearchParams(location.search);
const preview = query.has('preview');
/** In a window that Livedeck opened, and the colour that fills it where it cannot be see-through. */
const inWindow = query.has('window');
const windowKey = /^[0-9a-f]{6}$/.test(query.get('key') ?? '') ? `#${query.get('key')}` : undefined;

const describePage = (): OverlayPageFrame => ({
  type: 'ready',
  version: pageProtocolVersion,
  width: window.innerWidth,
  height: window.innerHeight,
  chromium: Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0),
  obs: /\bOBS\/\d/.test(navigator.userAgent) || 'obsstudio' in window,
  preview,
  ...(inWindow ? { window: true } : {}),
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

/** A window's frame takes its share of the size that it was opened with; the page gives it back, once. */
const createFit = () => {
  let done = !inWindow;
  return ({ canvas }: OverlaySettings) => {
    if (done) return;
    done = true;
    const { outerWidth, outerHeight, innerWidth, innerHeight } = window;
    const frame = { width: outerWidth - innerWidth, height: outerHeight - innerHeight };
    const { width, height } = fitOnScreen(canvas, frame, {
      width: window.screen.availWidth,
      height: window.screen.availHeight,
    });
    window.resizeBy(width - innerWidth, height - innerHeight);
  };
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
  const stage = createStage(root, windowKey);
  const fitWindow = createFit();
  const sign = createWaitingSign();
  let shownFps = 0;
  let hidden = document.hidden;
  const setHidden = (now: boolean) => {
    hidden = now;
    stage.setHidden(now);
  };
  const send = (frame: OverlayPageFrame) => socket.send(frame);
  const sendFrames = (fps: number) => {
    if (fps === 0 && shownFps === 0) return;
    shownFps = fps;
    send({ type: 'frames', fps, onScreen: stage.onScreen() });
  };
  const meter = createFrameMeter({ isMoving: () => document.getAnimations().length > 0, report: sendFrames });
  const screen: Screen = {
    ...stage,
    configure: (settings) => {
      stage.configure(settings);
      fitWindow(settings);
    },
    show: (items) => {
      stage.show(items);
      meter.wake();
    },
  };
  const inPanel = preview ? createPreview(screen) : undefined;
  const session = createSession({
    screen: inPanel?.screen ?? screen,
    reply: send,
    // The panel's preview is not on air, and is not painted while it is scrolled out of sight.
    afterPaint: createAfterPaint(() => !preview && !hidden && !document.hidden),
    now: Date.now,
    onOtherVersion: () => setTimeout(() => location.reload(), 2000),
  });
  const socket = createSocket({
    url: `ws://${location.host}${location.pathname}socket`,
    onOpen: () => {
      sign.show(false);
      inPanel?.opened();
      send(describePage());
    },
    onFrame: session.take,
    onLost: () => sign.show(true),
    onAbandoned: session.abandon,
  });
  sign.show(true);
  setHidden(document.hidden);
  watchVisibility(setHidden);
  window.addEventListener('resize', () => {
    stage.resized();
    send(describePage());
  });
};

followArranging(Reflect.get(window, 'livedeckOverlay') as OverlayBridge | undefined);
const root = document.getElementById('stage');
if (root) start(root);
