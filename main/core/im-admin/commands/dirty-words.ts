import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { allDone, type Batch, inBatches } from '../batch.ts';
import { type Command, commands } from '../command.ts';
import { bytes, nothing, parseInput, wireList } from '../fields.ts';

/** The sources disagree (50 or 100 words, 200 bytes or 10 characters, tencent-im A10); the smaller count is safe. */
const WORDS_PER_CALL = 50;
const MAX_WORD_BYTES = 200;

const wordsInput = z.object({ words: z.array(bytes(MAX_WORD_BYTES).min(1)).min(1) });

/** The old word list of the service. It may be switched off for new apps (10007, 60009). */
export const createDirtyWordCommands = (call: AdminCaller) => {
  const getDirtyWords = (options?: CallOptions): Promise<Result<readonly string[], AdminError>> => {
    const answer = z
      .object({ DirtyWordsList: wireList(z.string()) })
      .transform((one) => one.DirtyWordsList as readonly string[]);
    return call({ command: commands.getDirtyWords, body: {}, answer }, options);
  };

  const change = async (
    command: Command,
    input: z.input<typeof wordsInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(wordsInput, input);
    if (!parsed.ok) return parsed;
    return inBatches(parsed.value.words, WORDS_PER_CALL, async (DirtyWordsList) => {
      const sent = await call({ command, body: { DirtyWordsList }, answer: nothing }, options);
      return sent.ok ? ok(allDone(DirtyWordsList)) : err(sent.error);
    });
  };

  return {
    getDirtyWords,
    addDirtyWords: (input: z.input<typeof wordsInput>, options?: CallOptions) =>
      change(commands.addDirtyWords, input, options),
    deleteDirtyWords: (input: z.input<typeof wordsInput>, options?: CallOptions) =>
      change(commands.deleteDirtyWords, input, options),
  };
};
