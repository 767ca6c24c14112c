import { z } from 'zod';
import { appError } from '../../../contract/app-error.ts';
import { ruleGroupSchema, wordRuleSchema } from '../../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Draft, ReadLine } from './draft.ts';

/** What {@link exportJson} writes, and other tools' lists: an array of words or of rules. */
const fileSchema = z.object({
  format: z.literal('livedeck-words').optional(),
  groups: z.array(z.unknown()).default([]),
  allow: z.array(z.string()).default([]),
  rules: z.array(z.unknown()),
});

const ruleSchema = wordRuleSchema.omit({ id: true }).partial().required({ text: true });

export type JsonList = { readonly lines: ReadLine[]; readonly allow: readonly string[] };

const parseJson = (text: string): Result<unknown> => {
  try {
    return ok(JSON.parse(text));
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    return err(
      appError('invalid-input', {
        en: `The file is not valid JSON: ${problem.message}`,
        'zh-CN': `文件不是有效的 JSON：${problem.message}`,
      }),
    );
  }
};

const wrongShape = err(
  appError('invalid-input', {
    en: 'The JSON holds no list of words: an array of words, or an object with "rules", is wanted.',
    'zh-CN': 'JSON 中没有词表：应为词语数组，或带有 "rules" 的对象。',
  }),
);

/** Drops the keys whose value is undefined, which exact optional types tell apart from absent ones. */
const present = (value: z.infer<typeof ruleSchema>): Draft =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Draft;

const readEntry = (entry: unknown, line: number, groupNames: ReadonlyMap<string, string>): ReadLine => {
  if (typeof entry === 'string') {
    const text = entry.trim();
    return text === '' ? { line, shown: '', fate: 'empty' } : { line, shown: text, draft: { text } };
  }
  const shown = JSON.stringify(entry)?.slice(0, 200) ?? '';
  const parsed = ruleSchema.safeParse(entry);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
    const tooLong = issue?.code === 'too_big';
    return {
      line,
      shown,
      fate: tooLong ? 'too-long' : 'bad-entry',
      reason: { en: `Not a rule: ${detail}`, 'zh-CN': `不是规则：${detail}` },
    };
  }
  const { groupId, ...rest } = parsed.data;
  const group = groupId == null ? undefined : groupNames.get(groupId);
  return { line, shown: rest.text, draft: { ...present(rest), ...(group === undefined ? {} : { group }) } };
};

const namesOf = (groups: readonly unknown[]): Map<string, string> => {
  const names = new Map<string, string>();
  for (const group of groups) {
    const parsed = ruleGroupSchema.safeParse(group);
    if (parsed.success) names.set(parsed.data.id, parsed.data.name);
  }
  return names;
};

export const readJson = (text: string): Result<JsonList> => {
  const json = parseJson(text);
  if (!json.ok) return json;
  const whole = Array.isArray(json.value) ? { rules: json.value } : json.value;
  const file = fileSchema.safeParse(whole);
  if (!file.success) return wrongShape;
  const names = namesOf(file.data.groups);
  return ok({
    lines: file.data.rules.map((entry, index) => readEntry(entry, index + 1, names)),
    allow: file.data.allow,
  });
};
