import { type AppError, appError, type Localized } from '../../contract/app-error.ts';

/** What the browser host answers: it has no windows of its own. */
export const noWindowsHere: AppError = appError(
  'unavailable',
  {
    en: 'Overlay windows need the desktop program. In the browser the overlay has its address.',
    'zh-CN': '叠加层窗口需要桌面版。浏览器版请使用叠加层地址。',
  },
  {
    remedy: {
      en: 'Copy the overlay address into a Browser source of OBS.',
      'zh-CN': '请将叠加层地址复制到 OBS 的浏览器源。',
    },
  },
);

export const notOpen: AppError = appError(
  'not-ready',
  { en: 'This overlay has no open window.', 'zh-CN': '该叠加层的窗口未打开。' },
  { remedy: { en: 'Open its window first.', 'zh-CN': '请先打开其窗口。' } },
);

export const stoppedForGood = (name: string): Localized => ({
  en: `The window of the overlay "${name}" stopped several times within a minute and was closed. Open it again from the overlay page; OBS's browser source is not affected.`,
  'zh-CN': `叠加层“${name}”的窗口在一分钟内多次停止，已被关闭。可在叠加层页面重新打开；OBS 浏览器源不受影响。`,
});
