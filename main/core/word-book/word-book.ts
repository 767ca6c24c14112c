import { appError } from '../../contract/app-error.ts';
import type { RuleGroup, WordBook, WordRule, WordSettings } from '../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { otherThings } from '../other-things.ts';
import { createDraftGate, type RuleDraft, type RuleFate } from './check-draft.ts';
import { createRuleIndex } from './rule-index.ts';

/** What became different; windows, feeds and the matcher here are told. */
export type BookChange = {
  readonly changed: readonly WordRule[];
  readonly removed: readonly string[];
  /** The settings for all rules are others. */
  readonly settings: boolean;
};

const MOST_GROUPS = 1000;
/** Rules put in or taken out in one go: about 3 ms. */
const SLICE = 1000;

/** A list that was read and checked already. */
export type TakenList = Pick<WordBook, 'rules' | 'groups'> & {
  readonly allow?: readonly string[];
  /** Rules whose place it takes. */
  readonly instead?: readonly string[];
};

const noGroup = appError('not-found', {
  en: 'This group is not there any more.',
  'zh-CN': '该分组已不存在。',
});
const tooManyGroups = appError('invalid-input', {
  en: `There is room for ${MOST_GROUPS} groups. Remove some first.`,
  'zh-CN': `最多 ${MOST_GROUPS} 个分组，请先删除一些。`,
});

/** All word rules, their groups and settings, in memory; every edit says what it changed. */
export const createWordBook = (options: {
  readonly first: WordBook;
  readonly newId: () => string;
  readonly onChange: (change: BookChange) => void;
}) => {
  const { newId } = options;
  const index = createRuleIndex(options.first.rules);
  const { rules } = index;
  let groups: readonly RuleGroup[] = options.first.groups;
  let settings: WordSettings = options.first.settings;
  let strict = false;

  const tell = (change: Partial<BookChange>) =>
    options.onChange({ changed: [], removed: [], settings: false, ...change });

  const put = (changed: readonly WordRule[]) => {
    for (const rule of changed) index.put(rule);
  };

  const remove = (ids: readonly string[]): string[] => ids.filter((id) => index.remove(id));

  const mergeGroups = (more: readonly RuleGroup[]) => {
    const fresh = new Map(more.map((group) => [group.id, group]));
    const kept = groups.map((group) => fresh.get(group.id) ?? group);
    const added = more.filter((group) => !groups.some(({ id }) => id === group.id));
    groups = [...kept, ...added];
  };

  const finishList = (list: TakenList, removed: readonly string[]) => {
    const allow = [...new Set([...settings.allow, ...(list.allow ?? [])])].slice(0, 10_000);
    const more = allow.length > settings.allow.length;
    if (more) settings = { ...settings, allow };
    tell({ changed: list.rules, removed, settings: more });
  };

  return {
    rules: () => rules,
    groups: () => groups,
    settings: () => settings,
    /** Rules by group ID; those in no group under `''`. */
    groupCounts: index.inGroup,
    strict: () => strict,
    whole: (): WordBook => ({ rules: [...rules.values()], groups: [...groups], settings }),

    /** Saves what can be saved; answers each draft's fate in their order. */
    saveRules: (drafts: readonly RuleDraft[]): RuleFate[] => {
      const refuse = createDraftGate(index, groups);
      const changed: WordRule[] = [];
      const fates = drafts.map((draft): RuleFate => {
        const id = draft.id ?? newId();
        const refused = refuse(draft, id);
        if (refused !== undefined) {
          return { ...(draft.id !== undefined && { id }), text: draft.text, ...refused };
        }
        const rule = { ...draft, id };
        index.put(rule);
        changed.push(rule);
        return { id, text: draft.text, fate: 'saved' };
      });
      if (changed.length > 0) tell({ changed });
      return fates;
    },

    removeRules: (ids: readonly string[]): number => {
      const removed = remove(ids);
      if (removed.length > 0) tell({ removed });
      return removed.length;
    },

    saveGroup: (draft: Omit<RuleGroup, 'id'> & { readonly id?: string | undefined }): Result<RuleGroup> => {
      const isNew = draft.id === undefined || !groups.some(({ id }) => id === draft.id);
      if (isNew && groups.length >= MOST_GROUPS) return err(tooManyGroups);
      const group = { ...draft, id: draft.id ?? newId() };
      mergeGroups([group]);
      tell({});
      return ok(group);
    },

    /** Answers how many rules went with it. */
    removeGroup: (groupId: string, withRules: boolean): Result<number> => {
      if (!groups.some(({ id }) => id === groupId)) return err(noGroup);
      groups = groups.filter(({ id }) => id !== groupId);
      const members = [...rules.values()].filter((rule) => rule.groupId === groupId);
      const removed = withRules ? remove(members.map(({ id }) => id)) : [];
      const changed = withRules ? [] : members.map((rule) => ({ ...rule, groupId: null }));
      put(changed);
      tell({ removed, changed });
      return ok(removed.length);
    },

    setSettings: (patch: Partial<WordSettings>): WordSettings => {
      settings = { ...settings, ...patch };
      tell({ settings: true });
      return settings;
    },

    /** Takes a list that was read and checked already: an import, or a bundled one. */
    addList: (list: TakenList) => {
      mergeGroups(list.groups);
      const removed = remove(list.instead ?? []);
      put(list.rules);
      finishList(list, removed);
    },

    /** The same for a list of any length: rules go in by slices, and are told of when all are in. */
    addLongList: async (list: TakenList): Promise<void> => {
      mergeGroups(list.groups);
      const instead = list.instead ?? [];
      const removed: string[] = [];
      for (let start = 0; start < instead.length; start += SLICE) {
        removed.push(...remove(instead.slice(start, start + SLICE)));
        await otherThings();
      }
      for (let start = 0; start < list.rules.length; start += SLICE) {
        put(list.rules.slice(start, start + SLICE));
        await otherThings();
      }
      finishList(list, removed);
    },

    /** Panic: the strict groups are on for as long as it lasts. Not stored. */
    setStrict: (on: boolean) => {
      if (strict === on) return;
      strict = on;
      tell({});
    },
  };
};
export type WordsInMemory = ReturnType<typeof createWordBook>;
