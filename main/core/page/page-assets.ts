import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { appError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';

/** What the built pages consist of, by the ending of a file's name; others are not served. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type PageAsset = { readonly body: Buffer; readonly type: string };
/** Every file of the built page by its path below the page's URL; `''` is the page itself. */
export type PageAssets = ReadonlyMap<string, PageAsset>;

const notBuilt = (dir: string, reason: string) =>
  appError(
    'not-ready',
    {
      en: `The page was not found in ${dir} (${reason}).`,
      'zh-CN': `在 ${dir} 中没有找到页面（${reason}）。`,
    },
    {
      remedy: {
        en: 'Run `npm run build`, or install Livedeck again.',
        'zh-CN': '请运行 npm run build，或重新安装 Livedeck。',
      },
    },
  );

/**
 * Reads the built page into memory once. Requests are then looked up in this map and never touch the disk, so there is
 * no path to climb out of.
 */
export const readPageAssets = async (dir: string): Promise<Result<PageAssets>> => {
  const assets = new Map<string, PageAsset>();
  try {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const type = contentTypes[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const full = join(entry.parentPath, entry.name);
      const path = relative(dir, full).replaceAll('\\', '/');
      assets.set(path === 'index.html' ? '' : path, { body: await readFile(full), type });
    }
  } catch (error) {
    return err(notBuilt(dir, (error as NodeJS.ErrnoException).code ?? 'unreadable'));
  }
  return assets.has('') ? ok(assets) : err(notBuilt(dir, 'no index.html'));
};
