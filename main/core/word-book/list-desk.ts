import { appError } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { ImportReport, WordBook, WordRule } from '../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { otherThings } from '../other-things.ts';
import { type Characters, createCharacters } from '../words/characters.ts';
import { exportList } from '../words/lists/export-list.ts';
import type { ListFormat } from '../words/lists/import-list.ts';
import { starterLists } from '../words/lists/starter-lists.ts';
import { importBySlices } from './import-slices.ts';
import { isInScope, planReplacement } from './replace-list.ts';
import type { Uploads } from './uploads.ts';
import type { WordsInMemory } from './word-book.ts';

type ListOptions = Pick<
  ParsedInput<'words:import'>,
  'uploadId' | 'name' | 'format' | 'level' | 'where' | 'anywhere' | 'groupId'
>;
type LineQuery = ParsedInput<'words:import-lines'>;

/** Lines that an import answers with; the rest is read by pages. */
const FIRST_LINES = 100;

const noGroup = appError('not-found', {
  en: 'The chosen group is not there any more. Choose another.',
  'zh-CN': '所选分组已不存在，请重新选择。',
});
const noList = appError('not-found', {
  en: 'There is no bundled list of this name.',
  'zh-CN': '没有这个内置词表。',
});

const noUndo = appError('not-found', {
  en: 'This replacement can no longer be taken back. The former rules were given up for a newer one, or Livedeck was started again.',
  'zh-CN': '该次替换已无法撤销：之后又有新的替换，或 Livedeck 已重新启动。',
});

/** Words of the rules that go, as far as they are told. */
const WORDS_TOLD = 200;

const formatOf = ({ name, format }: ListOptions): ListFormat => {
  if (format !== undefined) return format;
  const ending = /\.(csv|json)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'json' ? ending : 'txt';
};

const wentIn: ReadonlySet<string> = new Set(['added', 'empty', 'comment']);

/** Lists in and out of the word book: files, and the bundled ones. */
export const createListDesk = (options: {
  readonly book: WordsInMemory;
  readonly uploads: Uploads;
  readonly newId: () => string;
}) => {
  const { book, uploads, newId } = options;
  /** Made once: making it takes as long as reading a thousand lines. */
  let made: Characters | undefined;
  const characters = (): Characters => {
    made ??= createCharacters();
    return made;
  };

  const read = async (list: ListOptions, existing: readonly WordRule[]): Promise<Result<ImportReport>> => {
    const upload = uploads.find(list.uploadId);
    if (!upload.ok) return upload;
    const { groupId, level, where, anywhere } = list;
    if (groupId !== null && !book.groups().some(({ id }) => id === groupId)) return err(noGroup);
    // Some 15 ms each: one after the other they would hold everything up.
    const known = characters();
    await otherThings();
    const bytes = upload.value.bytes();
    await otherThings();
    const report = await importBySlices(bytes, {
      format: formatOf(list),
      existing,
      existingGroups: book.groups(),
      defaults: { level, where, anywhere, groupId },
      newId,
      characters: known,
    });
    if (report.ok) upload.value.lines = report.value.lines;
    return report;
  };

  /** One import after the other: each is measured against what the one before it added. */
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = before.then(run);
    before = mine.catch(() => undefined);
    return mine;
  };

  /** What the last replacement took away, and what came in its place. */
  let former:
    | { readonly undoId: string; readonly rules: readonly WordRule[]; readonly added: string[] }
    | undefined;

  const commitList = async (
    { rules, groups, allow }: ImportReport,
    goes: readonly WordRule[],
  ): Promise<string | null> => {
    const instead = goes.map(({ id }) => id);
    await book.addLongList({ rules, groups, allow, instead });
    if (goes.length === 0) return null;
    former = { undoId: newId(), rules: goes, added: rules.map(({ id }) => id) };
    return former.undoId;
  };

  const takeIn = async ({
    commit,
    replace,
    ...list
  }: ParsedInput<'words:import'>): Promise<Result<CallOutput<'words:import'>>> => {
    const all = [...book.rules().values()];
    const inScope = all.filter((rule) => isInScope(rule, replace, list.groupId));
    const rest = replace === 'none' ? all : all.filter((rule) => !isInScope(rule, replace, list.groupId));
    const listed = await read(list, rest);
    if (!listed.ok) return listed;
    const { report, goes } = await planReplacement(
      characters(),
      listed.value,
      inScope,
      listed.value.format === 'txt',
    );
    const upload = uploads.find(list.uploadId);
    if (upload.ok) upload.value.lines = report.lines;
    const { encoding, format, counts, lines, groups, allow } = report;
    const undoId = commit ? await commitList(report, goes) : null;
    const notable = lines.filter(({ fate }) => !wentIn.has(fate)).slice(0, FIRST_LINES);
    const words = goes.slice(0, WORDS_TOLD).map(({ text }) => text);
    return ok({
      encoding,
      format,
      counts,
      lines: notable,
      groups,
      allow,
      committed: commit,
      goes: { count: goes.length, words },
      undoId,
    });
  };

  const undo = async (undoId: string): Promise<Result<CallOutput<'words:undo-import'>>> => {
    if (former?.undoId !== undoId) return err(noUndo);
    const groups = new Set(book.groups().map(({ id }) => id));
    const rules = former.rules.map((rule) =>
      rule.groupId === null || groups.has(rule.groupId) ? rule : { ...rule, groupId: null },
    );
    const instead = former.added.filter((id) => book.rules().has(id));
    await book.addLongList({ rules, groups: [], instead });
    former = undefined;
    return ok({ restored: rules.length, removed: instead.length });
  };

  const rulesIn = (groupId: string | null | undefined): WordRule[] => {
    const all = [...book.rules().values()];
    return groupId === undefined ? all : all.filter((rule) => rule.groupId === groupId);
  };

  return {
    /** The rules that a list would make, as if there were none yet. */
    rulesOf: async (list: ListOptions): Promise<Result<readonly WordRule[]>> => {
      const report = await read(list, []);
      return report.ok ? ok(report.value.rules) : report;
    },
    import: (input: ParsedInput<'words:import'>) => inTurn(() => takeIn(input)),
    undoImport: (undoId: string) => inTurn(() => undo(undoId)),
    lines: ({ uploadId, fates, offset, limit }: LineQuery): Result<CallOutput<'words:import-lines'>> => {
      const upload = uploads.find(uploadId);
      if (!upload.ok) return upload;
      const { lines } = upload.value;
      const wanted = fates === undefined ? lines : lines.filter(({ fate }) => fates.includes(fate));
      return ok({ lines: wanted.slice(offset, offset + limit), total: wanted.length });
    },
    export: ({ format, groupId }: ParsedInput<'words:export'>): CallOutput<'words:export'> => {
      const rules = rulesIn(groupId);
      const part: WordBook = { rules, groups: [...book.groups()], settings: book.settings() };
      const data = Buffer.from(exportList(part, format)).toString('base64');
      return { name: `livedeck-words.${format}`, data, rules: rules.length };
    },
    starters: (): CallOutput<'words:starters'> => ({
      lists: starterLists().map(({ group, name, rules }) => ({
        id: group.id,
        name,
        rules: rules.length,
        added: book.groups().some(({ id }) => id === group.id),
      })),
    }),
    addStarter: (id: string): Result<CallOutput<'words:add-starter'>> => {
      const list = starterLists().find(({ group }) => group.id === id);
      if (list === undefined) return err(noList);
      const group = { ...list.group, on: !list.group.strict };
      book.addList({ groups: [group], rules: [...list.rules] });
      return ok({ group, rules: list.rules.length });
    },
  };
};
export type ListDesk = ReturnType<typeof createListDesk>;
