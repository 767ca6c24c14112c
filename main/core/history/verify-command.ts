import { parseArgs } from 'node:util';
import type { Localized } from '../../contract/app-error.ts';
import { verifyFile } from './verify-file.ts';

/** Exit codes: the chain is whole; it was changed; the question itself was wrong. */
export const WHOLE = 0;
const CHANGED = 1;
const MISUSED = 2;

const usage: Localized = {
  en: 'Usage: npm run journal:verify -- FILE [--head HASH]\nFILE is a journal (journal.db) or its JSON Lines export. --head: the head noted earlier must still be the last.',
  'zh-CN':
    '用法：npm run journal:verify -- 文件 [--head 哈希]\n文件为操作日志（journal.db）或其 JSON Lines 导出文件。--head：此前记下的末尾哈希必须仍为最后一条。',
};

type Said = { readonly code: number; readonly text: Localized };

const readArguments = (args: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { head: { type: 'string' } },
    });
    const [file] = positionals;
    return file === undefined || positionals.length > 1 ? undefined : { file, head: values.head };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/** What the command line says to these arguments, and its exit code. */
export const verifyCommand = async (args: readonly string[]): Promise<Said> => {
  const asked = readArguments(args);
  if (asked === undefined) return { code: MISUSED, text: usage };
  const verified = await verifyFile(asked.file);
  if (!verified.ok) {
    const { code, text } = verified.error;
    return { code: code === 'damaged' ? CHANGED : MISUSED, text };
  }
  const { events, entries, head } = verified.value;
  if (asked.head !== undefined && asked.head !== head) {
    return {
      code: CHANGED,
      text: {
        en: `The chain is whole in itself, but its head is ${head}, not the one you noted: events were added, removed or rewritten.`,
        'zh-CN': `日志链本身完整，但末尾哈希是 ${head}，与记下的不同：有记录被添加、删除或改写。`,
      },
    };
  }
  return {
    code: WHOLE,
    text: {
      en: `The journal is whole: ${entries} actions in ${events} events. Head: ${head}`,
      'zh-CN': `操作日志完整：${events} 条记录，${entries} 个操作。末尾哈希：${head}`,
    },
  };
};
