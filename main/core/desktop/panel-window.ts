import type { Localized } from '../../contract/app-error.ts';
import type { Clock, DesktopPort, Log } from '../ports.ts';
import { createCrashGuard } from './crash-guard.ts';
import { type DeskWords, deskWords } from './desk-words.ts';
import { createHangWatch } from './hang-watch.ts';

/** What becomes of the panel's window when it ends, hangs or is closed. The core goes on whatever happens to it. */
export const createPanelWindow = (options: {
  readonly port: DesktopPort;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly log: Log;
  readonly platform: string;
  readonly words: () => DeskWords;
  readonly isOnAir: () => boolean;
  readonly notify: (note: { title: string; body: string }) => void;
  readonly report: (text: Localized) => void;
}) => {
  const { port, clock, log } = options;
  const guard = createCrashGuard(clock.monotonic);
  const graphics = createCrashGuard(clock.monotonic);
  const hangs = createHangWatch(clock, port.killPanel);
  const both = (text: (words: DeskWords) => string): Localized => ({
    en: text(deskWords('en')),
    'zh-CN': text(deskWords('zh-CN')),
  });

  const askWhatNow = async () => {
    const words = options.words();
    const answer = await port.ask({
      title: words.stopped,
      detail: words.stoppedDetail,
      answers: [words.openAgain, words.quit],
    });
    if (answer !== 0) {
      port.quit();
      return;
    }
    guard.forgive();
    port.reloadPanel();
  };

  return {
    /** Its process ended; `reason` is Chromium's word for it. */
    gone: (reason: string): void => {
      hangs.set('panel', false);
      log.error('the panel is gone', { reason });
      if (guard.ended() === 'again') {
        options.report(both((words) => words.cameBack(reason)));
        port.reloadPanel();
      } else void askWhatNow();
    },
    hung: (hung: boolean): void => {
      log.warn(hung ? 'the panel does not answer' : 'the panel answers again');
      hangs.set('panel', hung);
    },
    /** Closing the window ends the program, unless the audience sees something of ours; macOS keeps it anyway. */
    closed: (): 'stay' | 'quit' => {
      if (options.platform === 'darwin') return 'stay';
      if (!options.isOnAir()) return 'quit';
      const words = options.words();
      options.notify({ title: words.stillRunning, body: words.stillRunningBody });
      return 'stay';
    },
    /** Another process of Chromium's ended. Feed processes are started again by their own link. */
    childGone: (child: { readonly type: string; readonly reason: string; readonly name: string }): void => {
      log.warn('a child process is gone', child);
      if (child.type !== 'GPU' || child.reason === 'clean-exit') return;
      if (graphics.ended() === 'give-up') options.report(both((words) => words.graphics));
    },
    dispose: hangs.dispose,
  };
};
export type PanelWindow = ReturnType<typeof createPanelWindow>;
