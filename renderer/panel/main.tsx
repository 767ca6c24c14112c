import './bridge/without-eval.ts';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { createWindowClock, openBridge } from './bridge/index.ts';
import { listenToKeys } from './features/commands/index.ts';
import { followAddress, pageOfHash } from './features/shell/index.ts';
import { createI18n, loadMessages, pickLanguage } from './i18n/index.ts';
import { createPanel } from './panel.ts';
import { PanelRoot } from './panel-root.tsx';
import { reportBugs } from './report-bugs.ts';

/** How long the first picture waits for the state of things. A host that is not there must be told of. */
const STATE_LIMIT_MS = 300;

const start = async (container: HTMLElement): Promise<void> => {
  const language = pickLanguage(null, navigator.languages);
  // On their way since the page's first script.
  const messages = loadMessages(language);
  const clock = createWindowClock(window);
  const bridge = openBridge(window, clock, Math.random);
  const panel = createPanel({ bridge, clock, page: pageOfHash(window.location.hash) });
  followAddress(panel.shell, window);
  listenToKeys(window, panel);
  window.addEventListener('pagehide', panel.keepNow);
  const onError = reportBugs(window, panel);
  const late = new Promise<void>((done) => clock.after(STATE_LIMIT_MS, done));
  const words = createI18n(language, await messages);
  // What there is comes on its way with the words; a window that is drawn before it shows an empty deck first.
  await Promise.race([panel.topics.begun, late]);
  document.documentElement.lang = language;
  createRoot(container, { onUncaughtError: onError, onCaughtError: onError }).render(
    <PanelRoot panel={panel} language={words} />,
  );
  // The other pages come while nothing else is going on, so that going to one does not wait.
  panel.pageLoads.prefetch((task) => window.requestIdleCallback(task));
};

const container = document.getElementById('panel');
if (container === null) throw new Error('index.html has no element with the id "panel".');
await start(container);
