import { basename } from 'node:path';
import type { z } from 'zod';
import type { Localized } from '../../contract/app-error.ts';
import type { DocumentFile } from '../ports.ts';
import { setAside } from './set-aside.ts';

export type Document<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
};

/**
 * One stored document that always parses: a damaged or ill-formed file is set aside under a dated name, reported, and
 * replaced by the defaults. A failed write (read-only folder, full disk) is reported and the value kept in memory.
 */
export const openDocument = <S extends z.ZodType<Readonly<Record<string, unknown>>>>(options: {
  readonly file: DocumentFile;
  readonly schema: S;
  readonly now: () => number;
  readonly report: (text: Localized) => void;
}): Document<z.output<S>> => {
  const { file, schema, report } = options;

  const setAsideDamaged = () => {
    const name = basename(setAside(file.path, options.now()));
    report({
      en: `The file ${basename(file.path)} was damaged. It was kept as ${name}, and the defaults are in use.`,
      'zh-CN': `文件 ${basename(file.path)} 已损坏。已另存为 ${name}，当前使用默认设置。`,
    });
  };

  const tellUnreadable = (error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    report({
      en: `The file ${basename(file.path)} could not be read (${code}), so the defaults are in use. Give your user access to it and start again.`,
      'zh-CN': `无法读取文件 ${basename(file.path)}（${code}），当前使用默认设置。请授予访问权限后重新启动。`,
    });
  };

  const load = (): z.output<S> => {
    try {
      const parsed = schema.safeParse(file.read());
      if (parsed.success) return parsed.data;
      setAsideDamaged();
    } catch (error) {
      if (error instanceof SyntaxError) setAsideDamaged();
      else tellUnreadable(error);
    }
    return schema.parse({});
  };

  let value = load();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      try {
        file.write(next);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
        report({
          en: `Settings could not be saved (${code}). They hold until Livedeck is closed. Check that the disk is not full and the data folder can be written.`,
          'zh-CN': `设置无法保存（${code}），仅在本次运行中有效。请检查磁盘空间以及数据文件夹的写入权限。`,
        });
      }
    },
  };
};
