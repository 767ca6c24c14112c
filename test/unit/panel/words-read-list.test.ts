import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import { UPLOAD_PIECE } from '../../../main/contract/calls/word-calls.ts';
import type { CallInput, CallName } from '../../../main/contract/calls.ts';
import { lineFates } from '../../../main/contract/models/word-rule.ts';
import { err, ok } from '../../../main/contract/result.ts';
import type { Bridge } from '../../../renderer/panel/bridge/index.ts';
import {
  base64Of,
  bytesOf,
  fatesMet,
  uploadList,
} from '../../../renderer/panel/features/words-page/read-list.ts';

type Upload = CallInput<'words:upload'>;

const host = (refuseFrom = Number.POSITIVE_INFINITY) => {
  const pieces: Upload[] = [];
  const call = async (_name: CallName, input: unknown) => {
    if (pieces.length >= refuseFrom) return err(appError('storage', { en: 'full', 'zh-CN': '满' }));
    pieces.push(input as Upload);
    return ok({ uploadId: 'u1', bytes: 0 });
  };
  return { pieces, bridge: { call: call as Bridge['call'] } };
};

describe('a list from a file', () => {
  it('comes through base64 byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const text = base64Of(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect([...bytesOf(text)]).toEqual([...bytes]);
      }),
      { numRuns: 40 },
    );
  });

  it('goes over in pieces that the host takes, and is whole when they are joined', async () => {
    const bytes = Uint8Array.from({ length: 400_001 }, (_, at) => at % 251);
    const { pieces, bridge } = host();
    expect(await uploadList(bridge, bytes)).toEqual(ok({ uploadId: 'u1' }));
    expect(pieces.every(({ data }) => data.length <= UPLOAD_PIECE)).toBe(true);
    expect(pieces.map(({ uploadId }) => uploadId)).toEqual([undefined, 'u1', 'u1']);
    const joined = Buffer.concat(pieces.map(({ data }) => Buffer.from(data, 'base64')));
    expect(joined.equals(Buffer.from(bytes))).toBe(true);
  });

  it('stops at the first piece that the host refuses', async () => {
    const { pieces, bridge } = host(1);
    const answer = await uploadList(bridge, new Uint8Array(400_000));
    expect(answer.ok).toBe(false);
    expect(pieces).toHaveLength(1);
  });

  it('tells the fates that need a look before those that went well', () => {
    const counts = Object.fromEntries(lineFates.map((fate) => [fate, 0])) as Record<
      (typeof lineFates)[number],
      number
    >;
    const met = fatesMet({ ...counts, added: 5, 'too-long': 1, empty: 2 });
    expect(met.map(({ fate, count }) => `${fate} ${count}`)).toEqual(['too-long 1', 'added 5', 'empty 2']);
  });
});
