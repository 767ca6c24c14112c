import { errorTexts } from './error-texts.ts';

/** What a command answers, on REST and on the socket alike (tencent-im A1, sdk-wire 1). */
export type Answer = {
  readonly ActionStatus: string;
  readonly ErrorCode: number;
  readonly ErrorInfo: string;
  readonly [field: string]: unknown;
};

type Fields = Readonly<Record<string, unknown>>;

export const done = (fields: Fields = {}): Answer => ({
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '',
  ...fields,
});

/** Refuses with `code`; `detail` says which field or which limit, after the code's own text. */
export const refuse = (code: number, detail = '', fields: Fields = {}): Answer => {
  const text = errorTexts[code] ?? 'the request was refused';
  return {
    ActionStatus: 'FAIL',
    ErrorCode: code,
    ErrorInfo: detail === '' ? text : `${text}: ${detail}`,
    ...fields,
  };
};
