import { type AppError, appError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { LAST_POSITION } from './position.ts';

const badCursor: AppError = appError('invalid-input', {
  en: 'This page mark is not one of Livedeck’s. Start the search again.',
  'zh-CN': '翻页标记无效，请重新搜索。',
});

/** A page mark: the position before which the next page begins. */
export const writeCursor = (pos: number): string => String(pos);

export const readCursor = (cursor: string | undefined): Result<number> => {
  if (cursor === undefined) return ok(LAST_POSITION + 1);
  const pos = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN;
  return Number.isSafeInteger(pos) ? ok(pos) : err(badCursor);
};
