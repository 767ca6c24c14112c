import type { ChineseSettings } from './message-types.ts';

/** 简体中文：页面载入、设置、按键与诊断。 */
export const zhCnSettings: ChineseSettings = {
  'page.loading': '正在载入{{page}}',
  'page.missingTitle': '{{page}}页面没能载入',
  'page.missingText':
    '可能是窗口打开期间 Livedeck 被停止或更新，因此没有取到这个页面。控制台照常运行。请重试；如仍不行，请重新载入面板。',
  'page.missingAgain': '重试',
};
