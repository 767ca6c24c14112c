import type { z } from 'zod';
import { appError } from '../contract/app-error.ts';
import type { Caller } from '../contract/calls/call-shape.ts';
import { type CallName, type CallOutput, callNames, calls, type ParsedInput } from '../contract/calls.ts';
import { err, type Result } from '../contract/result.ts';
import type { Log } from './ports.ts';

/** One handler for every call of the contract: a missing one does not compile. */
export type Handlers = {
  readonly [C in CallName]: (input: ParsedInput<C>) => Promise<Result<CallOutput<C>>> | Result<CallOutput<C>>;
};

export type Router = {
  readonly call: (caller: Caller, name: string, input: unknown) => Promise<Result<unknown>>;
};

const unknownCall = appError('invalid-input', {
  en: 'This window asked for something that Livedeck does not know. Reload the panel.',
  'zh-CN': '窗口请求了 Livedeck 不支持的操作，请重新加载面板。',
});

const notAllowed = appError('not-allowed', {
  en: 'This window may not do that.',
  'zh-CN': '此窗口无权执行该操作。',
});

const bug = appError('internal', {
  en: 'Something went wrong inside Livedeck. It was written to the log; nothing was lost.',
  'zh-CN': 'Livedeck 内部出错，已写入日志，数据未丢失。',
});

/** A field's name as it may be repeated: in a record, what somebody typed is the name, and that could be anything. */
const nameOf = (part: PropertyKey): string => (/^[\w-]{1,40}$/.test(String(part)) ? String(part) : '…');

/** Says which field is wrong and why, without repeating what was typed. */
const invalidInput = (error: z.ZodError) => {
  const issue = error.issues[0];
  const field = issue?.path.map(nameOf).join('.') || 'input';
  const reason = issue?.code === 'unrecognized_keys' ? 'a field that is not known' : issue?.message;
  return appError('invalid-input', {
    en: `That cannot be used (${field}: ${reason}). Correct it and try again.`,
    'zh-CN': `输入无效（${field}：${reason}）。请更正后重试。`,
  });
};

const isCallName = (name: string): name is CallName => (callNames as readonly string[]).includes(name);

/**
 * The one door into the core for every window of every host: known call, allowed caller, well-formed input, and an
 * answer always. A bug in a handler is logged and answered, never left hanging.
 */
export const createRouter = (handlers: Handlers, log: Log): Router => ({
  call: async (caller, name, input) => {
    if (!isCallName(name)) return err(unknownCall);
    const call = calls[name];
    if (!(call.callers as readonly Caller[]).includes(caller)) return err(notAllowed);
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return err(invalidInput(parsed.error));
    try {
      const handler = handlers[name] as (value: unknown) => Promise<Result<unknown>> | Result<unknown>;
      return await handler(parsed.data);
    } catch (error) {
      log.error('call failed', {
        call: name,
        error: error instanceof Error ? (error.stack ?? '') : String(error),
      });
      return err(bug);
    }
  },
});
