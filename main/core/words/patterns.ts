import { RE2JS, RE2JSException, RE2Set } from 're2js';
import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { MAX_PATTERN_LENGTH } from '../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../contract/result.ts';

/** Larger programs cost milliseconds on a long comment; 500 characters of ordinary pattern stay far below. */
const MAX_PROGRAM = 2000;
const FLAGS = RE2JS.CASE_INSENSITIVE;
/** Matches of one pattern in one comment that are reported. */
const MOST_MATCHES = 8;

/**
 * Where a pattern has a group of this name (`(?P<hit>…)`), only that part is the match. It takes the place of look-around,
 * which cannot be had in linear time: what stands before and after can be asked for without being lit up.
 */
const LIT_GROUP = 'hit';

export type Pattern = {
  /** UTF-16 offsets of the matches in `text`. */
  readonly find: (text: string) => { start: number; end: number }[];
};

const REASONS: readonly (readonly [RegExp, Localized])[] = [
  [
    /invalid escape sequence: `\\[1-9]/,
    {
      en: 'Back references (\\1) cannot be matched in linear time.',
      'zh-CN': '反向引用（\\1）无法在线性时间内匹配。',
    },
  ],
  [
    /`\(\?[=!]|`\(\?<[=!]/,
    {
      en: 'Look-ahead and look-behind cannot be matched in linear time. Use an exception word instead.',
      'zh-CN': '前瞻和后顾无法在线性时间内匹配，请改用例外词。',
    },
  ],
  [
    /`\(\?>|`\(\?R|`\(\?\(|nested repetition/,
    {
      en: 'This kind of group or repetition cannot be matched in linear time.',
      'zh-CN': '这种分组或重复无法在线性时间内匹配。',
    },
  ],
  [
    /invalid repeat count|repeat size|expression nests too deeply|too large/,
    {
      en: 'The counts in {…} are too large; 1000 in all is the most.',
      'zh-CN': '{…} 中的次数过大，合计最多 1000。',
    },
  ],
];

const refuse = (reason: Localized): Result<never> => err(appError('invalid-input', reason));

const explain = (message: string): AppError => {
  const known = REASONS.find(([sign]) => sign.test(message));
  if (known !== undefined) return appError('invalid-input', known[1]);
  const detail = message.replace(/^error parsing regexp: /, '');
  return appError('invalid-input', {
    en: `The pattern cannot be read: ${detail}`,
    'zh-CN': `无法读懂这个正则：${detail}`,
  });
};

const parse = (source: string): Result<RE2JS> => {
  try {
    return ok(RE2JS.compile(source, FLAGS));
  } catch (problem) {
    if (problem instanceof RE2JSException) return err(explain(problem.message));
    throw problem;
  }
};

/** Compiles a pattern for the linear-time engine, or says in plain words why that cannot be. */
export const compilePattern = (source: string): Result<Pattern> => {
  if (source.length > MAX_PATTERN_LENGTH)
    return refuse({
      en: `The pattern is longer than ${MAX_PATTERN_LENGTH} characters.`,
      'zh-CN': `正则超过 ${MAX_PATTERN_LENGTH} 个字符。`,
    });
  const parsed = parse(source);
  if (!parsed.ok) return parsed;
  const engine = parsed.value;
  if (engine.programSize() > MAX_PROGRAM)
    return refuse({
      en: 'The pattern grows too large. Use smaller counts in {…}.',
      'zh-CN': '正则展开后过大，请减小 {…} 中的次数。',
    });
  if (engine.test(''))
    return refuse({
      en: 'The pattern matches empty text and would hit every comment.',
      'zh-CN': '这个正则能匹配空文本，会命中所有评论。',
    });
  const lit = Object.hasOwn(engine.namedGroups(), LIT_GROUP) ? LIT_GROUP : 0;
  return ok({
    find: (text) => {
      const found: { start: number; end: number }[] = [];
      const matcher = engine.matcher(text);
      while (found.length < MOST_MATCHES && matcher.find()) {
        const [start, end] = [matcher.start(lit), matcher.end(lit)];
        if (end > start) found.push({ start, end });
      }
      return found;
    },
  });
};

const MB = 1024 * 1024;
/** What the states of all sets may take, which are kept to be met again; a set that runs out begins anew. */
const STATES_BYTES = 32 * MB;
const statesBytes = (sets: number): number => Math.min(8 * MB, Math.max(MB, STATES_BYTES / sets));

/**
 * Tells in one pass which of many compilable patterns match at all: 12 µs for 200 patterns, against 245 one by one.
 * `sets`: how many sets share the room for states.
 */
export const compilePatternSet = (
  sources: readonly string[],
  sets = 1,
): ((text: string) => readonly number[]) => {
  if (sources.length === 0) return () => [];
  const set = new RE2Set(RE2Set.UNANCHORED, FLAGS, statesBytes(sets));
  for (const source of sources) set.add(source);
  set.compile();
  return (text) => set.match(text);
};
