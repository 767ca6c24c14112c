import { appError } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { WordRule } from '../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { History } from '../history/history.ts';
import type { Hit } from '../history/search.ts';
import { otherThings } from '../other-things.ts';
import type { Clock } from '../ports.ts';
import { createCharacters } from '../words/characters.ts';
import { checkRuleText } from '../words/check-rule.ts';
import { createDryRun, type DryRun } from '../words/dry-run.ts';
import { compileRules } from '../words/matcher.ts';
import { trace } from '../words/trace.ts';
import type { RuleDraft } from './check-draft.ts';
import type { ListDesk } from './list-desk.ts';
import type { ScreenMatcher } from './screen-matcher.ts';
import type { WordsInMemory } from './word-book.ts';

const WINDOW_MS = { hour: 3_600_000, day: 86_400_000, month: 30 * 86_400_000 } as const;
/** Comments of one page of the history: about 15 ms of reading and judging. */
const PAGE = 200;
/** A dry run looks at this many comments at most: about 20 s in the worst case. */
const MOST_COMMENTS = 200_000;

const overtaken = appError('conflict', {
  en: 'Another dry run was started, so this one was ended.',
  'zh-CN': '已启动新的试运行，本次已结束。',
});
const loading = appError(
  'not-ready',
  { en: 'The rules are being loaded. Try again in a moment.', 'zh-CN': '规则正在加载，请稍后再试。' },
  { retryable: true },
);

const pastComment = ({ roomKey, item }: Hit) => {
  const { userId, nick, role } = item.person;
  const { id, at, text } = item;
  return { id, at, text, nick, userId, roomKey, ...(role !== undefined && { role }) };
};

/** Tries rules out before they are saved: on one line, and on the comments of the past. */
export const createRuleTrials = (options: {
  readonly clock: Pick<Clock, 'now'>;
  readonly book: WordsInMemory;
  readonly matcher: ScreenMatcher;
  readonly lists: ListDesk;
  readonly history: Pick<History, 'search'>;
}) => {
  const { clock, book, matcher, history } = options;
  let runs = 0;

  const terms = () => ({ groups: [...book.groups()], settings: book.settings(), strict: book.strict() });

  /** Drafts as rules: on, whatever their group; refused for the same reasons as when they are saved. */
  const rulesOf = (drafts: readonly RuleDraft[]): Result<WordRule[]> => {
    const characters = createCharacters();
    const rules: WordRule[] = [];
    for (const [index, draft] of drafts.entries()) {
      const checked = checkRuleText(characters, draft.kind, draft.text);
      if (!checked.ok) return checked;
      rules.push({ ...draft, id: draft.id ?? `draft-${index + 1}`, groupId: null, enabled: true });
    }
    return ok(rules);
  };

  const rulesToRun = async (input: ParsedInput<'words:dry-run'>): Promise<Result<readonly WordRule[]>> => {
    if (input.list !== undefined) {
      const listed = await options.lists.rulesOf(input.list);
      return listed.ok ? ok(listed.value.map((rule) => ({ ...rule, groupId: null }))) : listed;
    }
    return input.rules.length > 0 ? rulesOf(input.rules) : ok([...book.rules().values()]);
  };

  type Span = {
    readonly from: number;
    readonly to: number;
    readonly roomKeys?: readonly string[] | undefined;
  };
  type Read = { readonly oldest: number; readonly complete: boolean };

  /** Answers the time of the oldest. */
  const addPage = (run: DryRun, hits: readonly Hit[]): number => {
    for (const hit of hits) if (!hit.item.own) run.add(pastComment(hit));
    return Math.min(...hits.map(({ item }) => item.at));
  };

  /** Newest first, a page at a time, with everything else in between. */
  const readInto = async (run: DryRun, span: Span, mine: number): Promise<Result<Read>> => {
    let cursor: string | undefined;
    let count = 0;
    let oldest = span.to;
    for (;;) {
      const page = history.search({ text: '', ...span, limit: PAGE, cursor });
      if (!page.ok) return page;
      oldest = Math.min(oldest, addPage(run, page.value.hits));
      count += page.value.hits.length;
      cursor = page.value.cursor;
      if (cursor === undefined) return ok({ oldest, complete: true });
      if (count >= MOST_COMMENTS) return ok({ oldest, complete: false });
      await otherThings();
      if (mine !== runs) return err(overtaken);
    }
  };

  return {
    try: ({ rules, ...given }: ParsedInput<'words:try'>): Result<CallOutput<'words:try'>> => {
      const { text, nick, userId, role, roomKey } = given;
      const input = {
        text,
        nick,
        ...(userId !== undefined && { userId }),
        ...(role !== undefined && { role }),
        ...(roomKey !== undefined && { roomKey }),
      };
      if (rules === undefined) {
        return matcher.ready() ? ok(trace(matcher.matcher(), input, clock.now())) : err(loading);
      }
      const drafts = rulesOf(rules);
      if (!drafts.ok) return drafts;
      return ok(trace(compileRules(drafts.value, terms()), input, clock.now()));
    },
    dryRun: async (input: ParsedInput<'words:dry-run'>): Promise<Result<CallOutput<'words:dry-run'>>> => {
      runs += 1;
      const mine = runs;
      const rules = await rulesToRun(input);
      if (!rules.ok) return rules;
      if (mine !== runs) return err(overtaken);
      const now = clock.now();
      const run = createDryRun(rules.value, { ...terms(), exceptions: input.exceptions, now });
      const span = { from: now - WINDOW_MS[input.window], to: now, roomKeys: input.roomKeys };
      const read = await readInto(run, span, mine);
      if (!read.ok) return read;
      return ok({ ...run.report(), from: read.value.oldest, complete: read.value.complete });
    },
    stop: () => {
      runs += 1;
    },
  };
};
