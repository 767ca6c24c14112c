/** What every REST command must answer: to a good body, and to missing, wrong and excessive fields. */
export type RestCase = {
  readonly command: string;
  readonly good: Readonly<Record<string, unknown>>;
  /** Part of the good answer. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** What is wrong, the body (laid over the good one; undefined removes a field), and the code. */
  readonly bad: readonly (readonly [what: string, change: Readonly<Record<string, unknown>>, code: number])[];
};

export const many = (count: number, prefix = 'user'): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
export const text = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }];

/** The same for every command on one room. */
export const roomFaults = [
  ['no GroupId', { GroupId: undefined }, 10004],
  ['a GroupId that is no string', { GroupId: 5 }, 10004],
  ['an empty GroupId', { GroupId: '' }, 10015],
  ['a GroupId that is too long', { GroupId: 'x'.repeat(49) }, 10015],
  ['a room that is not there', { GroupId: 'nowhere' }, 10010],
] as const;
