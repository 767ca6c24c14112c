import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import type { CallInput, CallName, CallOutput } from '../../../main/contract/calls.ts';
import { wordRuleSchema } from '../../../main/contract/models/word-rule.ts';
import { err, ok, type Result } from '../../../main/contract/result.ts';
import type { Bridge } from '../../../renderer/panel/bridge/index.ts';
import { PAGE, pagesBetween } from '../../../renderer/panel/features/words-page/paged.ts';
import { rowAfterKey } from '../../../renderer/panel/features/words-page/rule-list.tsx';
import {
  createRulePages,
  everyRule,
  ruleAt,
} from '../../../renderer/panel/features/words-page/rule-pages.ts';

type Query = CallInput<'words:list'>;
type Page = CallOutput<'words:list'>;

const page = (query: Query, total: number): Page => {
  const offset = query.offset ?? 0;
  const texts = Array.from(
    { length: Math.min(PAGE, total - offset) },
    (_, at) => `${query.text}${offset + at}`,
  );
  return { total, rules: texts.map((text) => wordRuleSchema.parse({ id: text, kind: 'word', text })) };
};

/** A host that answers when the test says so, in the order that the test wants. */
const slowHost = () => {
  const asked: { readonly query: Query; readonly answer: (result: Result<Page>) => Promise<void> }[] = [];
  const call = (_name: CallName, input: unknown) =>
    new Promise((resolve) => {
      asked.push({
        query: input as Query,
        answer: async (result) => {
          resolve(result);
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    });
  return { asked, bridge: { call: call as Bridge['call'] } };
};

const broken = appError('internal', { en: 'no', 'zh-CN': '否' });

describe('the pages of rules', () => {
  it('are read where somebody looks, each once', async () => {
    const { asked, bridge } = slowHost();
    const pages = createRulePages({ bridge });
    pages.show(everyRule, 0, 0);
    await asked[0]?.answer(ok(page(asked[0].query, 1_000)));
    pages.need(150, 260);
    pages.need(150, 260);
    expect(asked.map(({ query }) => query.offset)).toEqual([0, 100, 200]);
    await asked[2]?.answer(ok(page(asked[2].query, 1_000)));
    expect(ruleAt(pages.state.getState(), 207)?.text).toBe('207');
    expect(ruleAt(pages.state.getState(), 150)).toBeUndefined();
  });

  it('stay on screen until the rules of a new search are there', async () => {
    const { asked, bridge } = slowHost();
    const pages = createRulePages({ bridge });
    pages.show(everyRule, 0, 0);
    await asked[0]?.answer(ok(page(asked[0].query, 3)));
    pages.show({ ...everyRule, text: 'vx' }, 0, 0);
    expect(ruleAt(pages.state.getState(), 2)?.text).toBe('2');
    await asked[1]?.answer(ok(page(asked[1].query, 1)));
    expect(pages.state.getState().total).toBe(1);
    expect(ruleAt(pages.state.getState(), 0)?.text).toBe('vx0');
    expect(ruleAt(pages.state.getState(), 2)).toBeUndefined();
  });

  it('leave out an answer to a search that is not wanted any more', async () => {
    const { asked, bridge } = slowHost();
    const pages = createRulePages({ bridge });
    pages.show({ ...everyRule, text: 'old' }, 0, 0);
    pages.show({ ...everyRule, text: 'new' }, 0, 0);
    await asked[1]?.answer(ok(page(asked[1].query, 2)));
    await asked[0]?.answer(ok(page(asked[0].query, 9)));
    expect(ruleAt(pages.state.getState(), 0)?.text).toBe('new0');
    expect(pages.state.getState().total).toBe(2);
  });

  it('say that they could not be read, and can be asked for again', async () => {
    const { asked, bridge } = slowHost();
    const pages = createRulePages({ bridge });
    pages.show(everyRule, 0, 0);
    await asked[0]?.answer(err(broken));
    expect(pages.state.getState().error).toEqual(broken);
    pages.need(0, 0);
    await asked[1]?.answer(ok(page(asked[1].query, 2)));
    expect(pages.state.getState().error).toBeUndefined();
  });

  it('lie between two rows', () => {
    expect(pagesBetween(0, 99)).toEqual([0]);
    expect(pagesBetween(99, 201)).toEqual([0, 1, 2]);
  });

  it('are walked with keys that stop at both ends', () => {
    expect(rowAfterKey('ArrowDown', 4, 5)).toBe(4);
    expect(rowAfterKey('k', 0, 5)).toBe(0);
    expect(rowAfterKey('End', 0, 5)).toBe(4);
    expect(rowAfterKey('Home', 3, 5)).toBe(0);
    expect(rowAfterKey('ArrowDown', 0, 0)).toBeUndefined();
    expect(rowAfterKey('x', 0, 5)).toBeUndefined();
  });
});
