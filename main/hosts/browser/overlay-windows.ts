import type { ChildProcess } from 'node:child_process';
import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { OverlayWindows } from '../../core/ports.ts';
import { openAppWindow, STARTED_MS } from './app-window.ts';
import { findBrowser, hasDisplay } from './find-browser.ts';

const noDisplay = appError('unavailable', {
  en: 'This computer has no display to open a window on. Use the address in OBS’s browser source instead.',
  'zh-CN': '本机没有显示器，无法打开窗口。请改用 OBS 的浏览器源和叠加层网址。',
});
const noBrowser = appError('unavailable', {
  en: 'No Chrome, Edge or Chromium was found. Install one, or name yours in LIVEDECK_BROWSER.',
  'zh-CN': '没有找到 Chrome、Edge 或 Chromium。请安装，或用 LIVEDECK_BROWSER 指定。',
});
const open = appError('conflict', {
  en: 'This overlay’s window is open already; it may lie behind others. Close it first to open it anew.',
  'zh-CN': '该叠加层的窗口已经打开，可能被其他窗口挡住。如需重新打开，请先关闭它。',
});
const failed = (reason: Localized): AppError =>
  appError('unavailable', {
    en: `The browser opened no window (${reason.en}). See whether it starts by hand, or name another one in LIVEDECK_BROWSER, then try again.`,
    'zh-CN': `浏览器没有打开窗口（${reason['zh-CN']}）。请手动启动浏览器看是否正常，或用 LIVEDECK_BROWSER 指定其他浏览器，再重试。`,
  });

/** Whether the browser took the window: it handed it to one that runs already, or runs for a while itself. */
const started = (child: ChildProcess, failure: Promise<Localized>): Promise<Result<null>> =>
  new Promise((resolve) => {
    const begun = setTimeout(() => resolve(ok(null)), STARTED_MS);
    const settle = (answer: Result<null>) => {
      clearTimeout(begun);
      resolve(answer);
    };
    child.once('exit', (code) => {
      if (code === 0) settle(ok(null));
    });
    void failure.then((reason) => settle(err(failed(reason))));
  });

/** Overlays in app-mode windows of this machine's browser. They cannot be see-through, so the page fills itself. */
export const createOverlayWindows = (options: {
  readonly dataDir: string;
  readonly browser?: () => string | undefined;
  readonly display?: () => boolean;
}) => {
  const { dataDir } = options;
  const children = new Set<ChildProcess>();

  return {
    transparent: false,
    open: async ({ address, width, height, alreadyOpen }) => {
      if (alreadyOpen) return err(open);
      if (!(options.display ?? hasDisplay)()) return err(noDisplay);
      const browser = (options.browser ?? findBrowser)();
      if (browser === undefined) return err(noBrowser);
      let fail: (reason: Localized) => void = () => undefined;
      const failure = new Promise<Localized>((resolve) => {
        fail = resolve;
      });
      const child = openAppWindow({ browser, url: address, dataDir, width, height, onFailure: fail });
      children.add(child);
      child.once('exit', () => children.delete(child));
      return started(child, failure);
    },
    close: () => {
      for (const child of children) child.kill();
    },
  } satisfies OverlayWindows & { readonly close: () => void };
};
