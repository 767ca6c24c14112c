import type { App, Dialog } from 'electron';
import type { Localized } from '../../contract/app-error.ts';
import { pickLanguage } from '../../contract/pick-language.ts';
import type { InstanceNote } from '../node/data-lock.ts';

export type Stop = (text: Localized, code: number) => void;

/** Ends a start. Of an installed copy nobody sees standard error, so a failure is shown in a box of the system as well. */
export const createStop = (host: {
  readonly app: Pick<App, 'exit' | 'isPackaged' | 'getPreferredSystemLanguages'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly say: (line: string) => void;
}): Stop => {
  const { app, dialog, say } = host;
  return (text, code) => {
    say(text.en);
    const language = () => pickLanguage(undefined, app.getPreferredSystemLanguages());
    if (code !== 0 && app.isPackaged) dialog.showErrorBox('Livedeck', text[language()]);
    app.exit(code);
  };
};

export const wrongOption = (message: string): Localized => ({
  en: `Livedeck was started with an option that it cannot take: ${message}`,
  'zh-CN': `Livedeck 的启动参数有误：${message}`,
});

export const runsAlready = (path: string): Localized => ({
  en: `Livedeck already runs on the data folder ${path}; it was brought to front.`,
  'zh-CN': `Livedeck 已在使用数据文件夹 ${path}，已将其窗口置前。`,
});

/** Of the other's address only the origin is told: the rest holds the key to its panel. */
export const runsInBrowser = (path: string, other: InstanceNote | undefined): Localized => {
  const at = other !== undefined && URL.canParse(other.url) ? new URL(other.url).origin : undefined;
  return {
    en: `Livedeck already runs in a browser on the data folder ${path}${at === undefined ? '' : ` at ${at}`}. End it, or choose another with --data-dir DIR.`,
    'zh-CN': `Livedeck 已在浏览器中使用数据文件夹 ${path}${at === undefined ? '' : `（${at}）`}。请先结束它，或用 --data-dir DIR 选择其他文件夹。`,
  };
};

const kindOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';

/** Names the kind of error only: its message may repeat what was being read. The log has it, without secrets. */
export const didNotStart = (error: unknown, path: string): Localized => {
  const kind = kindOf(error);
  return {
    en: `Livedeck could not start (${kind}). Try again; livedeck.log in ${path} says more.`,
    'zh-CN': `Livedeck 未能启动（${kind}）。请重试；详情见 ${path} 中的 livedeck.log。`,
  };
};
