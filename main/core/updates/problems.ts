import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import type { UpdatesState } from '../../contract/models/update.ts';

type Why = Extract<UpdatesState['now'], { stage: 'unavailable' }>['why'];

const reasons: Readonly<Record<Why, Localized>> = {
  'browser-host': {
    en: 'In the browser Livedeck is updated with its sources.',
    'zh-CN': '浏览器版随源代码更新。',
  },
  'from-sources': {
    en: 'This copy runs from its sources and is updated with them.',
    'zh-CN': '当前从源代码运行，随源代码更新。',
  },
  portable: {
    en: 'The portable copy does not change itself. Download the new one in its place.',
    'zh-CN': '便携版不会自行更新，请下载新版本替换。',
  },
  'no-signature': {
    en: 'This copy could not check who made an update, so it takes none. Download the new version by hand.',
    'zh-CN': '当前版本无法核实更新的发布者，因此不会自动更新。请手动下载新版本。',
  },
};

export const cannotUpdate = (why: Why): AppError => appError('unavailable', reasons[why]);

export const onAirNow: AppError = appError(
  'conflict',
  {
    en: 'Something is on air, so the update is not installed now.',
    'zh-CN': '正在上屏播出，暂不安装更新。',
  },
  {
    remedy: {
      en: 'Install it after the show: take the overlay out of OBS or close it.',
      'zh-CN': '请在直播结束后安装：先从 OBS 移除或关闭叠加层。',
    },
  },
);

export const nothingOffered: AppError = appError('not-ready', {
  en: 'There is no update at hand. Look for one first.',
  'zh-CN': '没有可用的更新，请先检查更新。',
});

/** The updater's own words are for the log; they may hold addresses and paths. */
export const checkFailed: AppError = appError(
  'unavailable',
  {
    en: 'New versions could not be looked for. The server for updates was not reached or did not answer properly.',
    'zh-CN': '无法检查更新：未能连接更新服务器，或其响应异常。',
  },
  {
    remedy: {
      en: 'Check the internet connection and try again. Livedeck goes on as it is.',
      'zh-CN': '请检查网络后重试。Livedeck 可继续使用。',
    },
    retryable: true,
  },
);

export const downloadFailed: AppError = appError(
  'unavailable',
  {
    en: 'The update was not taken: it did not arrive whole, or its signature is not that of the publisher.',
    'zh-CN': '更新未被采用：下载不完整，或签名与发布者不符。',
  },
  {
    remedy: {
      en: 'Try again later. If it goes on, download the new version by hand. Nothing was changed.',
      'zh-CN': '请稍后重试。若仍失败，请手动下载新版本。当前版本未被改动。',
    },
    retryable: true,
  },
);
