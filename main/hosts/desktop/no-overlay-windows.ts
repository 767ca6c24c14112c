import { appError } from '../../contract/app-error.ts';
import { err } from '../../contract/result.ts';
import type { OverlayWindows } from '../../core/ports.ts';

const notHere = appError('not-ready', {
  en: 'This version shows no overlay window on the desktop yet. Use the address in OBS’s browser source.',
  'zh-CN': '此版本的桌面端还不能打开叠加层窗口。请在 OBS 的浏览器源中使用叠加层网址。',
});

/** The desktop host before its transparent window is there: it says so. */
export const noOverlayWindows: OverlayWindows = { transparent: true, open: async () => err(notHere) };
