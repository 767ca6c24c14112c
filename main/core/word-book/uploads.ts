import { appError } from '../../contract/app-error.ts';
import type { LineReport } from '../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';
import { MAX_LIST_BYTES } from '../words/lists/decode-bytes.ts';

/** Lists that are on their way at once; an older one makes room. */
const MOST_UPLOADS = 4;
const KEPT_MS = 10 * 60_000;

export type Upload = {
  readonly id: string;
  readonly bytes: () => Buffer;
  /** Every line's fate, once the list was read. */
  lines: readonly LineReport[];
};

type Stored = Upload & { readonly pieces: Buffer[]; size: number; touched: number };

const gone = appError('not-found', {
  en: 'This list is not here any more. Choose the file again.',
  'zh-CN': '该词表已不在内存中，请重新选择文件。',
});
const tooLarge = appError(
  'invalid-input',
  { en: 'The list is larger than 5 MB.', 'zh-CN': '词表超过 5 MB。' },
  { remedy: { en: 'Split it into several files.', 'zh-CN': '请拆成几个文件。' } },
);

/** Lists that a window sends in pieces, kept in memory until they are imported or ten minutes old. */
export const createUploads = (options: {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly newId: () => string;
}) => {
  const { clock, newId } = options;
  const uploads = new Map<string, Stored>();

  const dropOld = () => {
    for (const [id, { touched }] of uploads) if (clock.monotonic() - touched > KEPT_MS) uploads.delete(id);
    const [oldest] = uploads.keys();
    if (uploads.size > MOST_UPLOADS && oldest !== undefined) uploads.delete(oldest);
  };

  const begin = (): Stored => {
    const pieces: Buffer[] = [];
    const bytes = () => Buffer.concat(pieces);
    const upload: Stored = { id: newId(), bytes, pieces, size: 0, touched: clock.monotonic(), lines: [] };
    uploads.set(upload.id, upload);
    dropOld();
    return upload;
  };

  return {
    add: (uploadId: string | undefined, data: string): Result<{ uploadId: string; bytes: number }> => {
      const upload = uploadId === undefined ? begin() : uploads.get(uploadId);
      if (upload === undefined) return err(gone);
      const piece = Buffer.from(data, 'base64');
      if (upload.size + piece.length > MAX_LIST_BYTES) {
        uploads.delete(upload.id);
        return err(tooLarge);
      }
      upload.pieces.push(piece);
      upload.size += piece.length;
      upload.touched = clock.monotonic();
      return ok({ uploadId: upload.id, bytes: upload.size });
    },
    find: (uploadId: string): Result<Upload> => {
      dropOld();
      const upload = uploads.get(uploadId);
      if (upload === undefined) return err(gone);
      upload.touched = clock.monotonic();
      return ok(upload);
    },
    remove: (uploadId: string) => uploads.delete(uploadId),
  };
};
export type Uploads = ReturnType<typeof createUploads>;
