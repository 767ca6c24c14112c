import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';

const systemDataDir = (): string => {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData/Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
};

export type DataDir =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly text: Localized };

/** Makes sure that the data folder is there and can be written; says what to do where not. */
export const prepareDataDir = (asked: string | undefined): DataDir => {
  const path = resolve(asked ?? join(systemDataDir(), 'Livedeck'));
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return { ok: true, path };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return {
      ok: false,
      text: {
        en: `The data folder ${path} cannot be used (${code}). Give it to your user, or choose another with --data-dir DIR.`,
        'zh-CN': `数据文件夹 ${path} 无法使用（${code}）。请让当前用户有权读写它，或用 --data-dir DIR 选择其他文件夹。`,
      },
    };
  }
};
