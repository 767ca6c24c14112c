import { basename } from 'node:path';
import type { z } from 'zod';
import type { Localized } from '../../contract/app-error.ts';
import type { DocumentFile } from '../ports.ts';
import { setAside } from './set-aside.ts';

export type Document<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
};

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes out what lies at a path, a list whole. */
const cutOut = (tree: Tree, path: readonly PropertyKey[]): void => {
  const [first, ...rest] = path.map(String);
  if (first === undefined) return;
  const branch = tree[first];
  if (rest.length > 0 && isTree(branch)) cutOut(branch, rest);
  else delete tree[first];
};

/** What is left of a stored value once its wrong entries are taken out: as little as will do. */
const withoutWrong = <S extends z.ZodType>(
  schema: S,
  stored: unknown,
  { issues }: z.ZodError,
): z.output<S> | undefined => {
  for (const depth of [3, 2, 1]) {
    if (!isTree(stored)) return undefined;
    const rest = structuredClone(stored);
    for (const { path } of issues) cutOut(rest, path.slice(0, depth));
    const parsed = schema.safeParse(rest);
    if (parsed.success) return parsed.data;
  }
  return undefined;
};

/**
 * One stored document that always parses: a damaged file is set aside under a dated name, reported, and replaced by
 * the defaults; of one with wrong entries the rest is kept. A failed write (read-only folder, full disk) is reported and the value kept in memory.
 */
export const openDocument = <S extends z.ZodType<Readonly<Record<string, unknown>>>>(options: {
  readonly file: DocumentFile;
  readonly schema: S;
  readonly now: () => number;
  readonly report: (text: Localized) => void;
}): Document<z.output<S>> => {
  const { file, schema, report } = options;

  /** A failed write keeps the value for this run. */
  const write = (next: z.output<S>) => {
    try {
      file.write(next);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      report({
        en: `Settings could not be saved (${code}). They hold until Livedeck is closed. Check that the disk is not full and the data folder can be written.`,
        'zh-CN': `设置无法保存（${code}），仅在本次运行中有效。请检查磁盘空间以及数据文件夹的写入权限。`,
      });
    }
  };

  const setAsideInPart = (rest: z.output<S>) => {
    const name = basename(setAside(file.path, options.now()));
    report({
      en: `A part of the file ${basename(file.path)} could not be used, so it is back to the usual; the rest is in force. The file as it was is kept as ${name}.`,
      'zh-CN': `文件 ${basename(file.path)} 中有一部分无法使用，已恢复默认，其余照常生效。原文件另存为 ${name}。`,
    });
    write(rest);
  };

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
      const stored = file.read();
      const parsed = schema.safeParse(stored);
      if (parsed.success) return parsed.data;
      const rest = withoutWrong(schema, stored, parsed.error);
      if (rest === undefined) setAsideDamaged();
      else setAsideInPart(rest);
      if (rest !== undefined) return rest;
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
      write(next);
    },
  };
};
